// Hands a caller over to someone who accepts, and one of a group.
export default async (s) => {
  const caller = s.phone(1);
  const call = await s.connected(caller);
  const target = s.phone(2);
  await target.answers();
  const transferred = await call.transferCallToParticipant(target.identifier, {
    operationContext: "transfer",
    operationCallbackUrl: s.callbackUri("transfer"),
    transferee: caller.identifier,
    sourceCallIdNumber: { phoneNumber: s.number(0) },
    customCallingContext: [{ kind: "sipuui", key: "", value: "OBED12" }],
  });
  s.check("the answer repeats the context", transferred.operationContext, "transfer");
  const accepted = await s.event("CallTransferAccepted", { at: "transfer", operationContext: "transfer" });
  s.check("the event names both", [accepted.transferTarget?.phoneNumber?.value, accepted.transferee?.phoneNumber?.value], [target.id, caller.id]);
  await s.event("CallDisconnected", { at: "call" });
  await target.logs("connected");

  const group = await s.connected(s.phone(3));
  const second = s.userPhone(4);
  await second.answers();
  await group.addParticipant({ targetParticipant: second.identifier }, { operationContext: "add" });
  await s.event("AddParticipantSucceeded", { operationContext: "add" });
  await s.refuses("a transfer of a group without a transferee", group.transferCallToParticipant(s.userPhone(5).identifier), { statusCode: 400, code: "8523" });
  const user = s.userPhone(5);
  await user.answers();
  await group.transferCallToParticipant(user.identifier, { operationContext: "one", transferee: second.identifier });
  await s.event("CallTransferAccepted", { operationContext: "one" });
  s.check("the others stay", (await group.listParticipants()).values.length, 2);
  await group.hangUp(true);
};
