// Listens for every key, beside other media.
export default async (s) => {
  const phone = s.phone(1);
  const call = await s.connected(phone);
  const media = call.getCallMedia();
  // This client leaves operationCallbackUrl out of its request.
  await media.startContinuousDtmfRecognition(phone.identifier, { operationContext: "keys", operationCallbackUrl: s.callbackUri("keys") });
  await phone.presses("1#");
  const first = await s.event("ContinuousDtmfRecognitionToneReceived", { operationContext: "keys", tone: "one" });
  const second = await s.event("ContinuousDtmfRecognitionToneReceived", { operationContext: "keys", tone: "pound" });
  s.check("keys are numbered", [first.sequenceId, second.sequenceId], [1, 2]);

  await media.stopContinuousDtmfRecognition(phone.identifier, { operationContext: "stop", operationCallbackUrl: s.callbackUri("stop") });
  const stopped = await s.event("ContinuousDtmfRecognitionStopped", { at: "stop", operationContext: "stop" });
  s.check("it says that it stopped", [stopped.resultInformation.code, stopped.resultInformation.subCode], [200, 7000]);
  await call.hangUp(true);
};
