// A phone calls the application, which answers; the caller hangs up.
export default async (s) => {
  const called = s.number(7);
  const caller = s.phone(1);
  const offer = await s.calledBy(caller, called, "Ada");
  s.check("the offer tells who calls", [offer.data.from.phoneNumber.value, offer.data.callerDisplayName], [caller.id, "Ada"]);
  s.check("the offer's subject names both", offer.subject, `/caller/4:${caller.id}/recipient/4:${called}`);

  const client = s.newClient({ sourceIdentity: { communicationUserId: s.user(9) } });
  const { callConnection, callConnectionProperties: answered } = await client.answerCall(offer.data.incomingCallContext, s.callbackUri(), {
    operationContext: "answer",
    callIntelligenceOptions: s.intelligence,
    mediaStreamingOptions: s.streaming,
    transcriptionOptions: s.transcription,
  });
  s.check("the call is answered by the client's identity", answered.answeredby, { communicationUserId: s.user(9) });
  s.check("the call is answered for the number", answered.answeredFor?.phoneNumber, called);
  s.check("the call is the offered one", [answered.serverCallId, answered.correlationId], [offer.data.serverCallId, offer.data.correlationId]);
  const connected = await s.event("CallConnected", { operationContext: "answer" });
  s.check("the event names the call", connected.callConnectionId, answered.callConnectionId);
  s.check("the call is connected", (await callConnection.getCallConnectionProperties()).callConnectionState, "connected");
  await s.refuses("answering it again", client.answerCall(offer.data.incomingCallContext, s.callbackUri()), { statusCode: 404, code: "8522" });

  await caller.hangsUp();
  const gone = await s.event("CallDisconnected", { operationContext: "answer" });
  s.check("the caller hung up", gone.resultInformation.code, 200);
};
