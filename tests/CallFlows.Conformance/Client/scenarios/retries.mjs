// Answers are lost, fail or are put off: the client asks again under the same repeatability id, and everything happens once.
export default async (s) => {
  const client = s.newClient({ retryOptions: { maxRetries: 3, retryDelayInMs: 10, maxRetryDelayInMs: 50 } });
  const phone = s.phone(1);
  await phone.answers();
  await s.breaks({ kind: "loseAnswer", operations: ["CreateCall"], party: phone.id, count: 1 });
  const { callConnection } = await client.createCall(
    { targetParticipant: phone.identifier, sourceCallIdNumber: { phoneNumber: s.number(0) } },
    s.callbackUri(), { operationContext: "lost", callIntelligenceOptions: s.intelligence });
  await s.event("CallConnected", { operationContext: "lost" });

  const added = s.userPhone(2);
  await added.answers();
  await s.breaks({ kind: "failAnswer", operations: ["AddParticipant"], party: phone.id, count: 2 });
  const { operationContext } = await callConnection.addParticipant({ targetParticipant: added.identifier }, { operationContext: "failed" });
  s.check("the answer is that of the first time", operationContext, "failed");
  await s.event("AddParticipantSucceeded", { operationContext: "failed" });

  await s.breaks({ kind: "refuseAction", operations: ["Play"], party: phone.id, count: 1, status: 429, retryAfter: "00:00:01" });
  await callConnection.getCallMedia().playToAll([{ kind: "textSource", text: "Once." }], { operationContext: "put off" });
  await s.event("PlayCompleted", { operationContext: "put off" });

  s.check("the phone rang once", await phone.count("ringing"), 1);
  s.check("the other rang once", await added.count("ringing"), 1);
  s.check("the prompt was heard once", (await phone.heard()).map(({ words }) => words), ["Once."]);
  await callConnection.hangUp(true);
};
