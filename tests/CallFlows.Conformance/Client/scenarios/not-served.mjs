// What the emulator doesn't serve yet says so. When it does, the operation moves to a scenario of its own.
export default async (s) => {
  const phone = s.phone(1);
  const call = await s.connected(phone);
  const media = call.getCallMedia();
  const { callConnectionId, serverCallId } = await call.getCallConnectionProperties();
  const notServed = { statusCode: 501, code: "8520" };
  const about = (label) => ({ operationContext: label, operationCallbackUrl: s.callbackUri(label) });
  await s.refuses("connect", s.client.connectCall({ kind: "serverCallLocator", id: serverCallId }, s.callbackUri(), {
    operationContext: "connect", callIntelligenceOptions: s.intelligence, mediaStreamingOptions: s.streaming, transcriptionOptions: s.transcription,
  }), notServed);
  await s.refuses("move", call.moveParticipants([phone.identifier], callConnectionId, about("move")), notServed);
  await s.refuses("start of media streaming", media.startMediaStreaming(about("stream")), notServed);
  await s.refuses("stop of media streaming", media.stopMediaStreaming(about("silence")), notServed);
  await s.refuses("start of transcription",
    media.startTranscription({ ...about("transcribe"), locale: "en-US", speechRecognitionModelEndpointId: "model" }), notServed);
  await s.refuses("change of transcription",
    media.updateTranscription("de-DE", { ...about("german"), speechRecognitionModelEndpointId: "model" }), notServed);
  await s.refuses("stop of transcription", media.stopTranscription(about("forget")), notServed);
  await call.hangUp(true);
};
