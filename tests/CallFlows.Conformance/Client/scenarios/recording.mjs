// Records a call, pauses, goes on and stops; and records unmixed, by the call's connection.
export default async (s) => {
  const phone = s.phone(1);
  const call = await s.connected(phone);
  const { callConnectionId, serverCallId } = await call.getCallConnectionProperties();
  const recordings = s.client.getCallRecording();

  const started = await recordings.start({
    callLocator: { kind: "serverCallLocator", id: serverCallId },
    recordingStateCallbackEndpointUrl: s.callbackUri("mixed"),
    recordingContent: "audio", recordingChannel: "mixed", recordingFormat: "wav",
    pauseOnStart: false,
    recordingStorage: { recordingStorageKind: "azureBlobStorage", recordingDestinationContainerUrl: "https://store.example/recordings" },
  });
  const { recordingId } = started;
  s.check("it doesn't record yet", [started.recordingState, started.recordingKind], ["inactive", "azureCommunicationServices"]);
  const active = await s.event("RecordingStateChanged", { at: "mixed", state: "active", recordingId });
  s.holds("the recorder has a connection of its own", active.callConnectionId !== callConnectionId);
  s.check("the event names the call", active.serverCallId, serverCallId);
  s.check("it records", (await recordings.getState(recordingId)).recordingState, "active");
  await s.refuses("a second recording", recordings.start({ callLocator: { kind: "serverCallLocator", id: serverCallId } }), { statusCode: 400, code: "8559" });

  await recordings.pause(recordingId);
  await s.recordingState("mixed", ["inactive", "active", "inactive"]);
  s.check("it pauses", (await recordings.getState(recordingId)).recordingState, "inactive");
  await recordings.resume(recordingId);
  await s.recordingState("mixed", ["inactive", "active", "inactive", "active"]);
  await recordings.stop(recordingId);
  await s.recordingState("mixed", ["inactive", "active", "inactive", "active", "inactive"]);
  await s.refuses("a recording that is over", recordings.getState(recordingId), { statusCode: 404, code: "8522" });

  const unmixed = await recordings.start({
    callConnectionId,
    recordingStateCallbackEndpointUrl: s.callbackUri("unmixed"),
    recordingContent: "audio", recordingChannel: "unmixed", recordingFormat: "wav",
    pauseOnStart: true,
    audioChannelParticipantOrdering: [phone.identifier],
    channelAffinity: [{ channel: 0, targetParticipant: phone.identifier }],
  });
  await s.recordingState("unmixed", ["inactive"]);
  await recordings.resume(unmixed.recordingId);
  await s.recordingState("unmixed", ["inactive", "active"]);
  await call.hangUp(true);
  await s.recordingState("unmixed", ["inactive", "active", "inactive"]);
};
