// Fetches the file of a recording in every way that the client has, whole and in parts, and deletes it.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import { asTheServiceNames, httpClientTo } from "../harness/storage.mjs";

export default async (s) => {
  const call = await s.connected(s.phone(1));
  const { serverCallId } = await call.getCallConnectionProperties();
  const recordings = s.newClient({ httpClient: httpClientTo(s.emulator.endpoint) }).getCallRecording();
  await s.watches("RecordingFileStatusUpdated");
  const { recordingId } = await recordings.start({
    callLocator: { kind: "serverCallLocator", id: serverCallId },
    recordingStateCallbackEndpointUrl: s.callbackUri("recording"),
    recordingContent: "audio", recordingChannel: "mixed", recordingFormat: "wav",
  });
  await s.recordingState("recording", ["inactive", "active"]);
  await recordings.stop(recordingId);
  await s.recordingState("recording", ["inactive", "active", "inactive"]);

  const ready = await s.gridEvent("RecordingFileStatusUpdated", (_, { subject }) => subject.endsWith(`/recordingId/${recordingId}`));
  const { recordingChannelType, recordingContentType, recordingFormatType, recordingStorageInfo: { recordingChunks } } = ready.data;
  s.check("the report tells the form", [recordingContentType, recordingChannelType, recordingFormatType], ["Audio", "Mixed", "Wav"]);
  s.check("there is one file", recordingChunks.length, 1);
  const [content, metadata, location] = ["contentLocation", "metadataLocation", "deleteLocation"].map((name) => asTheServiceNames(recordingChunks[0][name]));

  const whole = await buffer(await recordings.downloadStreaming(content));
  s.check("the file is a sound", whole.toString("latin1", 0, 4), "RIFF");
  s.check("a part of it is that part", await buffer(await recordings.downloadStreaming(content, { offset: 4, length: 8 })), whole.subarray(4, 12));
  s.check("the rest of it is the rest", await buffer(await recordings.downloadStreaming(content, { offset: 40 })), whole.subarray(40));

  const stream = new PassThrough();
  const [streamed] = await Promise.all([buffer(stream), recordings.downloadToStream(content, stream, { offset: 8, length: 4 })]);
  s.check("it comes to a stream", streamed.toString("latin1"), "WAVE");

  const folder = mkdtempSync(join(tmpdir(), "callflows-conformance-"));
  try {
    const path = join(folder, "part.wav");
    await recordings.downloadToPath(content, path, { offset: 12, length: 4 });
    s.check("it comes to a file", readFileSync(path, "latin1"), "fmt ");
    await recordings.downloadToPath(metadata, path);
    const about = JSON.parse(readFileSync(path, "utf8"));
    s.check("the metadata is about the file", about.chunkDocumentId, recordingChunks[0].documentId);
  } finally {
    rmSync(folder, { recursive: true });
  }

  await recordings.delete(location);
  const gone = await recordings.downloadStreaming(content).catch((error) => error);
  s.check("a deleted file is gone", gone.status, 404);
  const again = await recordings.delete(location).catch((error) => error);
  s.check("it can't be deleted twice", again.status, 404);
  const elsewhere = await recordings.downloadStreaming(recordingChunks[0].contentLocation).catch((error) => error);
  s.holds("the client asks no other hosts", /must use HTTPS/.test(elsewhere.message));
  await call.hangUp(true);
};
