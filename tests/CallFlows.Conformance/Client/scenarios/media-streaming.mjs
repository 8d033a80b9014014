// Streams a call's sound and keys to a web socket, takes sound back, and stops; a socket that is refused is told.
import { createOutboundAudioData, createOutboundStopAudioData, StreamingData } from "@azure/communication-call-automation";

export default async (s) => {
  const phone = s.phone(1);
  const call = await s.connected(phone, { mediaStreamingOptions: s.streaming });
  const media = call.getCallMedia();
  const about = (label) => ({ operationContext: label, operationCallbackUrl: s.callbackUri(label) });
  await media.startMediaStreaming(about("start"));
  const started = await s.event("MediaStreamingStarted", { at: "start", operationContext: "start" });
  s.check("the start is told", started.mediaStreamingUpdate,
    { contentType: "Audio", mediaStreamingStatus: "mediaStreamingStarted", mediaStreamingStatusDetails: "subscriptionStarted" });
  const { callConnectionId, correlationId, mediaStreamingSubscription } = await call.getCallConnectionProperties();
  s.check("the call shows that it streams", mediaStreamingSubscription.state, "active");

  const socket = await s.stream("audio");
  s.check("the socket names the call", [socket.headers["x-ms-call-connection-id"], socket.headers["x-ms-call-correlation-id"]], [callConnectionId, correlationId]);
  const read = async (kind, fits = () => true) => StreamingData.parse((await socket.message((message) => message.kind === kind && fits(message), kind)).text);
  const form = await read("AudioMetadata");
  s.check("the first message tells the form", [form.encoding, form.sampleRate, form.channels], ["PCM", 16000, 1]);
  s.check("it is the first", socket.messages[0].kind, "AudioMetadata");
  const silence = await read("AudioData");
  s.check("nobody says anything", [silence.isSilent, Buffer.from(silence.data, "base64").length, silence.participant.phoneNumber], [true, 640, phone.id]);
  await phone.presses("5");
  s.check("a key is told", (await read("DtmfData")).data, "5");
  await phone.says("Hello there.");
  await read("AudioData", ({ audioData }) => !audioData.silent);

  socket.send(createOutboundAudioData(silence.data));
  socket.send(createOutboundStopAudioData());
  await media.stopMediaStreaming(about("stop"));
  const stopped = await s.event("MediaStreamingStopped", { at: "stop", operationContext: "stop" });
  s.check("the stop is told", stopped.mediaStreamingUpdate.mediaStreamingStatusDetails, "subscriptionStopped");
  await socket.closed;
  s.check("the call shows that it streams no more", (await call.getCallConnectionProperties()).mediaStreamingSubscription.state, "inactive");
  await s.refuses("a stop of what doesn't run", media.stopMediaStreaming(), { statusCode: 400, code: "8585" });

  const refused = await s.connected(s.phone(2), {
    operationContext: "refused",
    mediaStreamingOptions: { ...s.streaming, transportUrl: s.streamUri("forbidden"), startMediaStreaming: true },
  });
  const failed = await s.event("MediaStreamingFailed", { operationContext: "refused" });
  s.check("a refused socket is told", [failed.mediaStreamingUpdate.mediaStreamingStatus, failed.mediaStreamingUpdate.mediaStreamingStatusDetails],
    ["mediaStreamingFailed", "forbidden"]);
  await refused.hangUp(true);
  await call.hangUp(true);
};
