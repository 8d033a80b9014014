// Holds a participant without music, with music, and with music that can't be played.
export default async (s) => {
  const phone = s.phone(1);
  const call = await s.connected(phone);
  const media = call.getCallMedia();
  const isHeld = (participants) => participants.some(({ identifier, isOnHold }) => identifier.phoneNumber === phone.id && isOnHold);
  const isFree = (participants) => participants.some(({ identifier, isOnHold }) => identifier.phoneNumber === phone.id && !isOnHold);

  await media.hold(phone.identifier, { operationContext: "hold" });
  const held = await s.roster("the held phone", isHeld);
  s.check("the phone is held", (await call.getParticipant(phone.identifier)).isOnHold, true);
  await media.unhold(phone.identifier, { operationContext: "unhold", operationCallbackUrl: s.callbackUri("unhold") });
  const free = await s.roster("the phone that is held no more", isFree, held.sequenceNumber);

  await media.hold(phone.identifier, {
    playSource: { kind: "fileSource", url: s.file("silence-0.2s.wav") },
    operationContext: "music",
    operationCallbackUrl: s.callbackUri("hold"),
  });
  await s.roster("the phone with music", isHeld, free.sequenceNumber);
  await phone.logs("promptStarted");
  await media.unhold(phone.identifier);
  await phone.logs("takenOffHold");

  await media.hold(phone.identifier, {
    playSource: { kind: "fileSource", url: s.file("missing.wav") },
    operationContext: "broken",
    operationCallbackUrl: s.callbackUri("hold"),
  });
  const failed = await s.event("HoldFailed", { at: "hold", operationContext: "broken" });
  s.check("music that isn't there is told", [failed.resultInformation.code, failed.resultInformation.subCode], [400, 8536]);
  await call.hangUp(true);
};
