// Event Grid reports a call with users, in both its schemas: its start and end, who joins and leaves; and the end of its subscription.
export default async (s) => {
  await s.watches("CallStarted", "CallEnded", "CallParticipantAdded", "CallParticipantRemoved", "UserDisconnected");
  await s.watchesAsCloudEvents("CallStarted");
  const [first, second] = [s.userPhone(1), s.userPhone(2)];
  const call = await s.connected(first);
  const { serverCallId, correlationId } = await call.getCallConnectionProperties();
  const report = (type, fits = () => true) => s.gridEvent(type, (data, { specversion }) => !specversion && data.serverCallId === serverCallId && fits(data));
  const about = (phone) => (data) => data.user.communicationIdentifier.rawId === phone.id;

  const started = await report("CallStarted");
  s.check("the start tells the call", [started.data.correlationId, started.data.isTwoParty, started.data.isRoomsCall], [correlationId, true, false]);
  const cloud = await s.gridEvent("CallStarted", (data, { specversion }) => data.serverCallId === serverCallId && specversion === "1.0");
  s.check("both schemas tell the same", [cloud.subject, cloud.data], [started.subject, started.data]);
  await report("CallParticipantAdded", about(first));
  await second.answers();
  await call.addParticipant({ targetParticipant: second.identifier }, { operationContext: "add" });
  const added = await report("CallParticipantAdded", about(second));
  s.check("who joins is named", added.subject, `call/${serverCallId}/participant/${second.id}`);
  s.check("the call is one of more than two", added.data.isTwoParty, false);
  await second.hangsUp();
  await report("CallParticipantRemoved", about(second));
  await call.hangUp(true);
  const ended = await report("CallEnded");
  s.check("the end tells the call", ended.data.correlationId, correlationId);
  s.holds("the end tells how long it was", ended.data.callDurationInSeconds >= 0);

  // The emulator's users don't go offline by themselves.
  const answer = await fetch(`${s.emulator.endpoint}emulator/eventgrid/events`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({
      type: "Microsoft.Communication.UserDisconnected",
      subject: `user/${first.id}`,
      data: { userCommunicationIdentifier: { rawId: first.id, kind: "communicationUser", communicationUser: { id: first.id } } },
    }),
  });
  s.check("an event can be sent by hand", answer.status, 200);
  await s.gridEvent("UserDisconnected", (data) => data.userCommunicationIdentifier.rawId === first.id);
  await s.unsubscribes(1);
};
