// Calls a phone with everything that can be said about a call, looks at it, and leaves it.
export default async (s) => {
  const phone = s.phone(1);
  await phone.answers();
  const client = s.newClient({ sourceIdentity: { communicationUserId: s.user(9) } });
  s.check("the client keeps its identity", client.getSourceIdentity(), { communicationUserId: s.user(9) });

  const { callConnection, callConnectionProperties: created } = await client.createCall(
    {
      targetParticipant: phone.identifier,
      sourceCallIdNumber: { phoneNumber: s.number(0) },
      sourceDisplayName: "Contoso Clinic",
      customCallingContext: [{ kind: "voip", key: "order", value: "4711" }],
    },
    s.callbackUri(),
    {
      operationContext: "create",
      callIntelligenceOptions: s.intelligence,
      mediaStreamingOptions: s.streaming,
      transcriptionOptions: s.transcription,
    });
  s.check("the call is connecting", created.callConnectionState, "connecting");
  s.check("the answer has no server call id yet", created.serverCallId, undefined);
  s.check("the answer repeats the callback address", created.callbackUrl ?? created.callbackUri, s.callbackUri());
  s.check("the source is the client's identity", created.source, { communicationUserId: s.user(9) });

  const connected = await s.event("CallConnected", { operationContext: "create" });
  s.check("the event names the call", connected.callConnectionId, created.callConnectionId);
  const updated = await s.event("ParticipantsUpdated");
  s.check("both parties take part", updated.participants.map(({ identifier }) => identifier.phoneNumber ?? identifier.communicationUserId).sort(),
    [phone.id, s.user(9)].sort());
  s.holds("the list has a number", Number.isInteger(updated.sequenceNumber));

  const properties = await callConnection.getCallConnectionProperties();
  s.check("the call is connected", properties.callConnectionState, "connected");
  s.check("the call has the event's ids", [properties.serverCallId, properties.correlationId], [connected.serverCallId, connected.correlationId]);
  s.check("the call shows its caller", [properties.sourceCallerIdNumber?.phoneNumber, properties.sourceDisplayName], [s.number(0), "Contoso Clinic"]);
  s.check("the call shows that it could stream", properties.mediaStreamingSubscription?.state, "inactive");
  s.check("the call shows its target", properties.targetParticipants.map((target) => target.phoneNumber), [phone.id]);

  const { values } = await callConnection.listParticipants();
  s.check("two take part", values.length, 2);
  const one = await callConnection.getParticipant(phone.identifier);
  s.check("the phone takes part", [one.identifier.phoneNumber, one.isMuted, one.isOnHold], [phone.id, false, false]);

  const again = client.getCallConnection(created.callConnectionId);
  await again.hangUp(false);
  const gone = await s.event("CallDisconnected", { operationContext: "create" });
  s.check("the call was ended by the client", gone.resultInformation.subCode, 7000);
  s.check("these events came", s.kinds(), ["CallConnected", "CallDisconnected"]);
  await s.refuses("a call that is over", again.getCallConnectionProperties(), { statusCode: 404, code: "8522" });
};
