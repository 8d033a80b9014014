// Asks for keys: as many as wanted, up to a stop key, until the caller stops, and by the old signature.
export default async (s) => {
  const phone = s.phone(1);
  const call = await s.connected(phone);
  const media = call.getCallMedia();
  const prompt = { kind: "textSource", text: "Please press." };
  // Long enough to be interrupted on a busy machine.
  const long = { kind: "fileSource", url: s.file("silence-60s.wav") };
  const dtmf = { kind: "callMediaRecognizeDtmfOptions", initialSilenceTimeoutInSeconds: 60 };

  await media.startRecognizing(phone.identifier, {
    ...dtmf, maxTonesToCollect: 3, interruptPrompt: true, playPrompt: long, interToneTimeoutInSeconds: 5,
    operationContext: "three", operationCallbackUrl: s.callbackUri("three"),
  });
  await s.event("PlayStarted", { at: "three", operationContext: "three" });
  await phone.presses("12A");
  const three = await s.event("RecognizeCompleted", { at: "three", operationContext: "three" });
  s.check("three keys were recognized", [three.recognitionType, three.dtmfResult?.tones, three.resultInformation.subCode],
    ["dtmf", ["one", "two", "a"], 8531]);
  s.check("the prompt was interrupted", (await phone.heard()).map(({ interrupted }) => interrupted), [true]);

  await media.startRecognizing(phone.identifier, { ...dtmf, stopDtmfTones: ["pound"], playPrompts: [prompt, prompt], interruptPrompt: true, operationContext: "stop" });
  await s.event("PlayStarted", { operationContext: "stop" });
  await phone.presses("45#");
  const stopped = await s.event("RecognizeCompleted", { operationContext: "stop" });
  s.check("the stop key ends it", [stopped.dtmfResult?.tones, stopped.resultInformation.subCode], [["four", "five"], 8514]);

  await media.startRecognizing(phone.identifier, { ...dtmf, maxTonesToCollect: 4, interToneTimeoutInSeconds: 1, operationContext: "pause" });
  await phone.presses("7");
  const paused = await s.event("RecognizeCompleted", { operationContext: "pause" });
  s.check("a pause ends it with what came", [paused.dtmfResult?.tones, paused.resultInformation.subCode], [["seven"], 8532]);

  await media.startRecognizing(phone.identifier, 1, { ...dtmf, operationContext: "old" });
  await phone.presses("*");
  const old = await s.event("RecognizeCompleted", { operationContext: "old" });
  s.check("the old signature works", old.dtmfResult?.tones, ["asterisk"]);
  await call.hangUp(true);
};
