// Invites someone who declines, someone who never answers, and a number without saying who calls.
export default async (s) => {
  const call = await s.connected(s.phone(1));
  const declining = s.phone(2);
  await declining.declines();
  const invite = (phone) => ({ targetParticipant: phone.identifier, sourceCallIdNumber: { phoneNumber: s.number(0) } });
  await call.addParticipant(invite(declining), { operationContext: "declined" });
  const declined = await s.event("AddParticipantFailed", { operationContext: "declined" });
  s.check("the decline is told", [declined.resultInformation.code, declined.participant.phoneNumber], [603, declining.id]);

  const silent = s.phone(3);
  await silent.rings();
  await call.addParticipant(invite(silent), { operationContext: "silent", invitationTimeoutInSeconds: 1 });
  const unanswered = await s.event("AddParticipantFailed", { operationContext: "silent" });
  s.check("no answer is told", unanswered.participant.phoneNumber, silent.id);

  await s.refuses("a number without a caller", call.addParticipant({ targetParticipant: silent.identifier }), { statusCode: 400, code: "8523" });
  await call.hangUp(true);
};
