// The caller gives up after the application has answered, but before the call is set up.
export const emulator = "slow";

export default async (s) => {
  const caller = s.phone(1);
  const offer = await s.calledBy(caller, s.number(7));
  const { callConnectionProperties } = await s.client.answerCall(offer.data.incomingCallContext, s.callbackUri(), { operationContext: "late" });
  await caller.hangsUp();
  const failed = await s.event("AnswerFailed", { operationContext: "late" });
  s.check("the event names the call", failed.callConnectionId, callConnectionProperties.callConnectionId);
  s.check("the caller had gone", failed.resultInformation.code, 487);
  s.check("nothing else came", s.kinds(), ["AnswerFailed"]);
};
