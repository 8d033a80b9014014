// Actions that are accepted come to nothing, as the emulator is asked: keys that can't be sent or heard, and a recording that doesn't begin.
export default async (s) => {
  const phone = s.phone(1);
  const call = await s.connected(phone);
  const media = call.getCallMedia();
  const fails = (operation) => s.breaks({ kind: "failAction", operations: [operation], party: phone.id, count: 1 });

  await fails("SendDtmfTones");
  await media.sendDtmfTones(["one"], phone.identifier, { operationContext: "send" });
  const unsent = await s.event("SendDtmfTonesFailed", { operationContext: "send" });
  s.check("the failure has a reason", [unsent.resultInformation.code, unsent.resultInformation.subCode], [500, 9999]);

  await fails("StartContinuousDtmfRecognition");
  await media.startContinuousDtmfRecognition(phone.identifier, { operationContext: "listen" });
  await s.event("ContinuousDtmfRecognitionToneFailed", { operationContext: "listen" });

  await fails("StartRecording");
  const { serverCallId } = await call.getCallConnectionProperties();
  const recording = s.client.getCallRecording();
  const { recordingId } = await recording.start({
    callLocator: { id: serverCallId, kind: "serverCallLocator" },
    recordingStateCallbackEndpointUrl: s.callbackUri("recording"),
  });
  await s.event("StartRecordingFailed", { at: "recording", recordingId });
  await s.refuses("asking after it", recording.getState(recordingId), { statusCode: 404, code: "8522" });
  await call.hangUp(true);
};
