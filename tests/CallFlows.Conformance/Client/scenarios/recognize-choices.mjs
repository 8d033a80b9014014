// Asks for one of some choices, which the caller presses or says.
export default async (s) => {
  const phone = s.phone(1);
  const call = await s.connected(phone);
  const media = call.getCallMedia();
  const choices = [
    { label: "confirm", phrases: ["confirm", "yes"], tone: "one" },
    { label: "cancel", phrases: ["cancel"], tone: "two" },
  ];
  const ask = async (context, answer) => {
    await media.startRecognizing(phone.identifier, {
      kind: "callMediaRecognizeChoiceOptions", choices, interruptPrompt: true, playPrompt: { kind: "textSource", text: "Press or say." },
      initialSilenceTimeoutInSeconds: 60, speechLanguage: "en-US", speechRecognitionModelEndpointId: "model", operationContext: context,
    });
    await s.event("PlayStarted", { operationContext: context });
    await answer();
  };

  await ask("pressed", () => phone.presses("2"));
  const pressed = await s.event("RecognizeCompleted", { operationContext: "pressed" });
  s.check("a key chooses", [pressed.recognitionType, pressed.choiceResult?.label, pressed.choiceResult?.recognizedPhrase, pressed.resultInformation.subCode],
    ["choices", "cancel", undefined, 8533]);

  await ask("said", () => phone.says("Yes."));
  const said = await s.event("RecognizeCompleted", { operationContext: "said" });
  s.check("a phrase chooses", [said.choiceResult?.label, said.choiceResult?.recognizedPhrase, said.choiceResult?.confidence, said.resultInformation.subCode],
    ["confirm", "yes", 1, 8545]);

  await ask("wrong", () => phone.says("perhaps"));
  const wrong = await s.event("RecognizeFailed", { operationContext: "wrong" });
  s.check("another phrase fits nothing", wrong.resultInformation.subCode, 8547);

  await ask("wrong key", () => phone.presses("9"));
  const key = await s.event("RecognizeFailed", { operationContext: "wrong key" });
  s.check("another key fits nothing", key.resultInformation.subCode, 8534);
  await call.hangUp(true);
};
