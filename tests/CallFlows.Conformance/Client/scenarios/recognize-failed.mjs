// Nobody answers; the question is broken off; its prompt can't be played.
export default async (s) => {
  const phone = s.phone(1);
  const call = await s.connected(phone);
  const media = call.getCallMedia();
  const dtmf = { kind: "callMediaRecognizeDtmfOptions", maxTonesToCollect: 1, initialSilenceTimeoutInSeconds: 60 };

  await media.startRecognizing(phone.identifier, { ...dtmf, initialSilenceTimeoutInSeconds: 1, operationContext: "silence" });
  const silence = await s.event("RecognizeFailed", { operationContext: "silence" });
  s.check("silence is told", [silence.resultInformation.code, silence.resultInformation.subCode], [400, 8510]);

  await media.startRecognizing(phone.identifier, { ...dtmf, operationContext: "cut" });
  await media.startRecognizing(phone.identifier, { ...dtmf, interruptCallMediaOperation: true, operationContext: "instead" });
  const cut = await s.event("RecognizeCanceled", { operationContext: "cut" });
  s.check("an interrupted question is cancelled", [cut.resultInformation.code, cut.resultInformation.subCode], [400, 8508]);
  await media.cancelAllOperations();
  await s.event("RecognizeCanceled", { operationContext: "instead" });

  await media.startRecognizing(phone.identifier, { ...dtmf, playPrompts: [{ kind: "fileSource", url: s.file("page.wav") }], operationContext: "prompt" });
  const prompt = await s.event("RecognizeFailed", { operationContext: "prompt" });
  s.check("a prompt that can't be played is told", [prompt.resultInformation.subCode, prompt.failedPlaySourceIndex], [8511, 0]);
  await call.hangUp(true);
};
