// Joins calls that go on: by server call id, group call and room; and one that isn't there.
import { randomUUID } from "node:crypto";

export default async (s) => {
  const call = await s.connected(s.phone(1));
  const { callConnectionId, serverCallId } = await call.getCallConnectionProperties();
  const connect = (locator, label) => s.client.connectCall(locator, s.callbackUri(label), {
    operationContext: label, callIntelligenceOptions: s.intelligence, mediaStreamingOptions: s.streaming, transcriptionOptions: s.transcription,
  });
  const { callConnection, callConnectionProperties: joined } = await connect({ kind: "serverCallLocator", id: serverCallId }, "server");
  const connected = await s.event("CallConnected", { at: "server", operationContext: "server" });
  s.check("the event names the new connection", connected.callConnectionId, joined.callConnectionId);
  s.holds("it is a connection of its own", joined.callConnectionId !== callConnectionId);
  s.check("it is the same call", connected.serverCallId, serverCallId);
  await callConnection.hangUp(false);
  await s.event("CallDisconnected", { at: "server", operationContext: "server" });
  s.check("the call goes on", (await call.getCallConnectionProperties()).callConnectionState, "connected");

  await connect({ kind: "serverCallLocator", id: "aHR0cHM6Ly9ub2JvZHk=" }, "nobody");
  const failed = await s.event("ConnectFailed", { at: "nobody", operationContext: "nobody" });
  s.check("a call that isn't there can't be joined", [failed.resultInformation.code, failed.resultInformation.subCode], [404, 8522]);
  await joins(s, connect);
  await call.hangUp(true);
};

const joins = async (s, connect) => {
  const groupCallId = randomUUID();
  const roomId = `99${Date.now()}`;
  for (const [phone, meeting, locator, label] of [
    [s.userPhone(2), { groupCallId }, { kind: "groupCallLocator", id: groupCallId }, "group"],
    [s.userPhone(3), { roomId }, { kind: "roomCallLocator", id: roomId }, "room"],
  ]) {
    await phone.joins(meeting);
    const { callConnection } = await connect(locator, label);
    await s.event("CallConnected", { at: label, operationContext: label });
    s.holds(`who is in the ${label} is listed`, (await callConnection.listParticipants()).values.some(({ identifier }) => identifier.communicationUserId === phone.id));
    await callConnection.hangUp(true);
    await s.event("CallDisconnected", { at: label, operationContext: label });
  }
};
