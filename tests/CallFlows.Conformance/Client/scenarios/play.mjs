// Plays every kind of source to one, to all, in a loop and over one another.
export default async (s) => {
  const phone = s.phone(1);
  const call = await s.connected(phone);
  const media = call.getCallMedia();
  const text = { kind: "textSource", text: "Hello.", sourceLocale: "en-US", voiceKind: "female", playSourceCacheId: "hello" };

  await media.play(
    [
      text,
      { kind: "textSource", text: "Welcome.", voiceName: "en-US-NancyNeural", customVoiceEndpointId: "voice" },
      { kind: "ssmlSource", ssmlText: "<speak>Good day.</speak>", customVoiceEndpointId: "voice", playSourceCacheId: "day" },
      { kind: "fileSource", url: s.file("silence-0.2s.wav"), playSourceCacheId: "file" },
    ],
    [phone.identifier],
    { operationContext: "one", operationCallbackUrl: s.callbackUri("one"), loop: false });
  await s.event("PlayStarted", { at: "one", operationContext: "one" });
  const played = await s.event("PlayCompleted", { at: "one", operationContext: "one" });
  s.check("the prompt was played", [played.resultInformation.code, played.resultInformation.subCode], [200, 0]);
  s.check("the phone heard all of it", (await phone.heard()).map(({ words, interrupted }) => [words, interrupted]),
    [["Hello.", false], ["Welcome.", false], ["Good day.", false], ["", false]]);

  await media.playToAll([text], { operationContext: "loop", operationCallbackUrl: s.callbackUri("all"), loop: true });
  await s.event("PlayStarted", { at: "all", operationContext: "loop" });
  await media.playToAll([{ kind: "textSource", text: "Attention." }], { operationContext: "over", interruptCallMediaOperation: true });
  const cut = await s.event("PlayCanceled", { at: "all", operationContext: "loop" });
  s.check("the loop was cut off", [cut.resultInformation.code, cut.resultInformation.subCode], [400, 8508]);
  await s.event("PlayCompleted", { operationContext: "over" });

  // An older name of playSourceCacheId that the client still takes.
  await media.playToAll(
    [
      { kind: "textSource", text: "Once more.", playsourcacheid: "text" },
      { kind: "ssmlSource", ssmlText: "<speak>And more.</speak>", playsourcacheid: "ssml" },
      { kind: "fileSource", url: s.file("silence-0.1s.wav"), playsourcacheid: "file" },
    ],
    { operationContext: "endless", loop: true });
  await s.event("PlayStarted", { operationContext: "endless" });
  await media.cancelAllOperations();
  await s.event("PlayCanceled", { operationContext: "endless" });
  await call.hangUp(true);
};
