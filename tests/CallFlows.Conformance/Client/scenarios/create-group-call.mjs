// Calls a number and two users at once, and ends the call for everyone.
export default async (s) => {
  const phones = [s.phone(1), s.userPhone(2), s.userPhone(3)];
  for (const phone of phones) await phone.answers();
  const { callConnection } = await s.client.createGroupCall(phones.map((phone) => phone.identifier), s.callbackUri(), {
    operationContext: "group",
    sourceCallIdNumber: { phoneNumber: s.number(0) },
    sourceDisplayName: "Contoso",
    callIntelligenceOptions: s.intelligence,
    mediaStreamingOptions: s.streaming,
    transcriptionOptions: s.transcription,
  });
  await s.event("CallConnected", { operationContext: "group" });
  for (const phone of phones) await phone.logs("connected");
  const { values } = await callConnection.listParticipants();
  s.check("all take part, over two pages", values.length, 4);
  for (const phone of phones)
    s.holds(`${phone.id} is listed`, values.some(({ identifier }) => (identifier.phoneNumber ?? identifier.communicationUserId) === phone.id));

  await callConnection.hangUp(true);
  const gone = await s.event("CallDisconnected", { operationContext: "group" });
  s.check("the call was ended by the client", [gone.resultInformation.code, gone.resultInformation.subCode], [200, 7000]);
  for (const phone of phones) await phone.logs("disconnected");
  await s.refuses("ending it again", callConnection.hangUp(true), { statusCode: 404, code: "8522", message: "Call not found." });
};
