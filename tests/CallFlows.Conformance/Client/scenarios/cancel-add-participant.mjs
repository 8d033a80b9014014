// Takes an invitation back while it rings, and once more when there is none.
export default async (s) => {
  const call = await s.connected(s.phone(1));
  const ringing = s.userPhone(2);
  await ringing.rings();
  const { invitationId } = await call.addParticipant({ targetParticipant: ringing.identifier }, { operationContext: "add" });
  await ringing.logs("ringing");

  const cancelled = await call.cancelAddParticipantOperation(invitationId, {
    operationContext: "cancel",
    operationCallbackUrl: s.callbackUri("cancel"),
  });
  s.check("the answer repeats invitation and context", [cancelled.invitationId, cancelled.operationContext], [invitationId, "cancel"]);
  const succeeded = await s.event("CancelAddParticipantSucceeded", { at: "cancel", operationContext: "cancel" });
  s.check("the event names the invitation", succeeded.invitationId, invitationId);
  s.check("the invitation ended so", succeeded.resultInformation.code, 487);
  await ringing.logs("ringStopped");

  await call.cancelAddParticipantOperation(invitationId, { operationContext: "again" });
  const failed = await s.event("CancelAddParticipantFailed", { operationContext: "again" });
  s.check("an invitation that is gone can't be taken back", [failed.invitationId, failed.resultInformation.code], [invitationId, 404]);
  await call.hangUp(true);
};
