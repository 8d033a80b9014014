// Calls a phone, and a group, as a Teams application.
export default async (s) => {
  const phone = s.phone(1);
  const teamsAppSource = { teamsAppId: "00000000-0000-4000-8000-000000000001", cloud: "public" };
  const one = await s.connected(phone, { operationContext: "one", teamsAppSource });
  s.check("the caller is the application", (await one.getCallConnectionProperties()).source?.teamsAppId, teamsAppSource.teamsAppId);
  s.check("the phone is called", (await one.getParticipant(phone.identifier)).identifier.phoneNumber, phone.id);
  await one.hangUp(true);
  await phone.logs("disconnected");

  const { callConnection } = await s.client.createGroupCall([phone.identifier], s.callbackUri("group"), {
    operationContext: "group", sourceCallIdNumber: { phoneNumber: s.number(0) }, teamsAppSource,
  });
  await s.event("CallConnected", { operationContext: "group" });
  await callConnection.hangUp(true);
};
