// Plays files that are no sound or aren't there, to people who don't take part, and speech without an AI service.
export default async (s) => {
  const phone = s.phone(1);
  const call = await s.connected(phone, { callIntelligenceOptions: undefined });
  const media = call.getCallMedia();
  const play = async (file, context) => {
    await media.play([{ kind: "fileSource", url: s.file("silence-0.1s.wav") }, { kind: "fileSource", url: s.file(file) }],
      [phone.identifier], { operationContext: context });
    const { resultInformation, failedPlaySourceIndex } = await s.event("PlayFailed", { operationContext: context });
    return [resultInformation.code, resultInformation.subCode, failedPlaySourceIndex];
  };

  s.check("a page is no sound", await play("page.wav", "page"), [400, 8535, 1]);
  s.check("a missing file can't be played", await play("missing.wav", "missing"), [400, 8536, 1]);
  await s.refuses("a stranger", media.play([{ kind: "fileSource", url: s.file("silence-0.1s.wav") }], [s.userPhone(5).identifier]),
    { statusCode: 400, code: "8523" });
  await s.refuses("text without an AI service", media.playToAll([{ kind: "textSource", text: "Hello." }]), { statusCode: 400, code: "8567" });
  await call.hangUp(true);
  await s.refuses("a call that is over", media.playToAll([{ kind: "fileSource", url: s.file("silence-0.1s.wav") }]),
    { statusCode: 404, code: "8522", message: "Call not found." });
};
