// Asks for speech, and for speech or keys.
export default async (s) => {
  const phone = s.phone(1);
  const call = await s.connected(phone);
  const media = call.getCallMedia();
  const ask = async (options, context, answer) => {
    await media.startRecognizing(phone.identifier, {
      interruptPrompt: true, playPrompt: { kind: "textSource", text: "How can I help?" }, endSilenceTimeoutInSeconds: 0.2,
      initialSilenceTimeoutInSeconds: 60, speechLanguage: "en-US", speechRecognitionModelEndpointId: "model", operationContext: context, ...options,
    });
    await s.event("PlayStarted", { operationContext: context });
    await answer();
    return s.event("RecognizeCompleted", { operationContext: context });
  };

  const speech = await ask({ kind: "callMediaRecognizeSpeechOptions" }, "speech", () => phone.says("my order is late"));
  s.check("speech was recognized", [speech.recognitionType, speech.speechResult?.speech, speech.speechResult?.confidence, speech.resultInformation.subCode],
    ["speech", "my order is late", 1, 8569]);

  const either = { kind: "callMediaRecognizeSpeechOrDtmfOptions", maxTonesToCollect: 2, interToneTimeoutInSeconds: 3, stopDtmfTones: ["pound"] };
  const said = await ask(either, "said", () => phone.says("hello"));
  s.check("speech does", said.speechResult?.speech, "hello");
  const pressed = await ask(either, "pressed", () => phone.presses("42"));
  s.check("keys do", [pressed.recognitionType, pressed.dtmfResult?.tones], ["dtmf", ["four", "two"]]);
  await call.hangUp(true);
};
