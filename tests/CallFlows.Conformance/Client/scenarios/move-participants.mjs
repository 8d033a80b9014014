// Brings participants of one call into another, and one who isn't there.
export default async (s) => {
  const [moving, staying] = [s.phone(1), s.phone(2)];
  const from = await s.connected(moving);
  const to = await s.connected(staying);
  const fromCall = (await from.getCallConnectionProperties()).callConnectionId;
  const move = (phone, label) => to.moveParticipants([phone.identifier], fromCall, { operationContext: label, operationCallbackUrl: s.callbackUri(label) });

  await move(s.userPhone(5), "nobody");
  const failed = await s.event("MoveParticipantFailed", { at: "nobody", operationContext: "nobody" });
  s.check("nobody can't be moved", [failed.participant, failed.fromCall], [s.userPhone(5).identifier, fromCall]);

  const answer = await move(moving, "move");
  s.check("the answer tells who and from where", [answer.participants.map(({ identifier }) => identifier.phoneNumber), answer.fromCall, answer.operationContext],
    [[moving.id], fromCall, "move"]);
  const succeeded = await s.event("MoveParticipantSucceeded", { at: "move", operationContext: "move" });
  s.check("the event tells who and from where", [succeeded.participant.phoneNumber, succeeded.fromCall], [moving.id, fromCall]);
  s.check("three take part now", (await to.listParticipants()).values.length, 3);
  await s.event("CallDisconnected", { callConnectionId: fromCall });
  await to.hangUp(true);
};
