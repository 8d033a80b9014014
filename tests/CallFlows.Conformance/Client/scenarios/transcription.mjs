// Streams what is said in a call as text, in one language and then another; a socket that is refused is told.
import { StreamingData } from "@azure/communication-call-automation";

export default async (s) => {
  const phone = s.phone(1);
  const call = await s.connected(phone, { transcriptionOptions: s.transcription });
  const media = call.getCallMedia();
  const about = (label) => ({ operationContext: label, operationCallbackUrl: s.callbackUri(label) });
  await media.startTranscription({ ...about("start"), locale: "en-US", speechRecognitionModelEndpointId: "model" });
  const started = await s.event("TranscriptionStarted", { at: "start", operationContext: "start" });
  s.check("the start is told", started.transcriptionUpdate, { transcriptionStatus: "transcriptionStarted", transcriptionStatusDetails: "subscriptionStarted" });
  const { callConnectionId, transcriptionSubscription } = await call.getCallConnectionProperties();
  s.check("the call shows that it is transcribed", [transcriptionSubscription.state, transcriptionSubscription.locale], ["active", "en-US"]);

  const socket = await s.stream("text");
  const read = async (kind, fits = () => true) => StreamingData.parse((await socket.message((message) => message.kind === kind && fits(message), kind)).text);
  const form = await read("TranscriptionMetadata");
  s.check("the first message tells the language", [form.locale, form.callConnectionId, form.speechRecognitionModelEndpointId], ["en-US", callConnectionId, "model"]);
  s.check("it is the first", socket.messages[0].kind, "TranscriptionMetadata");
  await phone.says("hello there");
  const part = await read("TranscriptionData", ({ transcriptionData }) => transcriptionData.resultStatus === "Intermediate");
  s.check("a part is told", part.text, "hello");
  const whole = await read("TranscriptionData", ({ transcriptionData }) => transcriptionData.resultStatus === "Final");
  s.check("all is told", [whole.text, whole.words.map(({ text }) => text), whole.participant.phoneNumber, whole.format],
    ["hello there", ["hello", "there"], phone.id, "display"]);

  await media.updateTranscription("de-DE", { ...about("update"), speechRecognitionModelEndpointId: "other" });
  const updated = await s.event("TranscriptionUpdated", { at: "update", operationContext: "update" });
  s.check("the change is told", updated.transcriptionUpdate.transcriptionStatusDetails, "transcriptionLocaleUpdated");
  s.check("the call shows the language", (await call.getCallConnectionProperties()).transcriptionSubscription.locale, "de-DE");
  await media.stopTranscription(about("stop"));
  const stopped = await s.event("TranscriptionStopped", { at: "stop", operationContext: "stop" });
  s.check("the stop is told", stopped.transcriptionUpdate.transcriptionStatusDetails, "subscriptionStopped");
  await socket.closed;

  const refused = await s.connected(s.phone(2), {
    operationContext: "refused",
    transcriptionOptions: { ...s.transcription, transportUrl: s.streamUri("forbidden"), startTranscription: true },
  });
  const failed = await s.event("TranscriptionFailed", { operationContext: "refused" });
  s.check("a refused socket is told", [failed.transcriptionUpdate.transcriptionStatus, failed.transcriptionUpdate.transcriptionStatusDetails],
    ["transcriptionFailed", "forbidden"]);
  await refused.hangUp(true);
  await call.hangUp(true);
};
