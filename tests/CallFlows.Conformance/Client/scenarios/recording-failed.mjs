// Records a call that ends before the recording has begun.
export const emulator = "slow";

export default async (s) => {
  const phone = s.phone(1);
  const call = await s.connected(phone);
  const { serverCallId } = await call.getCallConnectionProperties();
  const { recordingId } = await s.client.getCallRecording().start({
    callLocator: { kind: "serverCallLocator", id: serverCallId },
    recordingStateCallbackEndpointUrl: s.callbackUri("recording"),
    recordingContent: "audio", recordingChannel: "mixed", recordingFormat: "wav",
  });
  await phone.hangsUp();
  const failed = await s.event("StartRecordingFailed", { at: "recording", recordingId });
  s.check("the event names the call", failed.serverCallId, serverCallId);
  s.check("the call was gone", [failed.resultInformation.code, failed.resultInformation.subCode], [404, 8522]);
  s.check("nothing else came", s.kinds("recording"), ["StartRecordingFailed"]);
};
