// Presses keys at the other end.
export default async (s) => {
  const phone = s.phone(1);
  const call = await s.connected(phone);
  const media = call.getCallMedia();
  const sent = await media.sendDtmfTones(["one", "d", "pound", "asterisk"], phone.identifier, {
    operationContext: "send",
    operationCallbackUrl: s.callbackUri("send"),
  });
  s.check("the answer repeats the context", sent.operationContext, "send");
  const done = await s.event("SendDtmfTonesCompleted", { at: "send", operationContext: "send" });
  s.check("all were sent", [done.resultInformation.code, done.resultInformation.subCode], [200, 0]);
  s.check("the phone heard a key", (await phone.logs("heardTones")).text, "1");
  await s.refuses("too many tones", media.sendDtmfTones(Array(19).fill("one"), phone.identifier), { statusCode: 400, code: "8523" });
  await call.hangUp(true);
};
