// Hands a caller over to someone who declines: the call goes on.
export default async (s) => {
  const call = await s.connected(s.phone(1));
  const target = s.phone(2);
  await target.declines();
  await call.transferCallToParticipant(target.identifier, { operationContext: "transfer" });
  const failed = await s.event("CallTransferFailed", { operationContext: "transfer" });
  s.check("the decline is told", failed.resultInformation.code, 603);
  s.check("the call goes on", (await call.getCallConnectionProperties()).callConnectionState, "connected");
  await call.hangUp(true);
};
