// Adds users, mutes one, removes one, and looks at who takes part.
export default async (s) => {
  const call = await s.connected(s.phone(1));
  const added = s.userPhone(2);
  await added.answers();
  const invited = await call.addParticipant(
    {
      targetParticipant: added.identifier,
      sourceCallIdNumber: { phoneNumber: s.number(0) },
      sourceDisplayName: "Contoso",
      customCallingContext: [
        { kind: "voip", key: "order", value: "4711" },
        { kind: "sipuui", key: "", value: "OBED12" },
        { kind: "sipx", key: "plain", value: "1" },
        { kind: "sipx", key: "other", value: "2", sipHeaderPrefix: "X-" },
        {
          kind: "TeamsPhoneCallDetails",
          sessionId: "session", intent: "order", callTopic: "late", callContext: "lamp", transcriptUrl: "https://files.example/t",
          callSentiment: "calm", suggestedActions: "call back",
          teamsPhoneCallerDetails: {
            caller: { phoneNumber: s.number(1) }, name: "Ada", phoneNumber: s.number(1), recordId: "1",
            screenPopUrl: "https://crm.example/1", isAuthenticated: true, additionalCallerInformation: { tier: "gold" },
          },
          teamsPhoneSourceDetails: {
            source: { communicationUserId: s.user(9) }, language: "en-US", status: "open",
            intendedTargets: { first: { communicationUserId: s.user(2) } },
          },
        },
      ],
    },
    { operationContext: "add", operationCallbackUrl: s.callbackUri("add"), invitationTimeoutInSeconds: 30 });
  s.check("the answer repeats the context", invited.operationContext, "add");
  s.holds("the answer names the invitation", typeof invited.invitationId === "string" && invited.invitationId.length > 0);
  s.check("the answer names the invited", invited.participant.identifier, added.identifier);
  const joined = await s.event("AddParticipantSucceeded", { at: "add", operationContext: "add" });
  s.check("the event names the invited", joined.participant, added.identifier);

  const { values } = await call.listParticipants();
  s.check("three take part", values.length, 3);
  s.check("one can be asked for", (await call.getParticipant(added.identifier)).identifier, added.identifier);

  const muted = await call.muteParticipant(added.identifier, { operationContext: "mute" });
  s.check("the answer to mute repeats the context", muted.operationContext, "mute");
  const isMuted = (participants) => participants.some(({ identifier, isMuted }) => identifier.communicationUserId === added.id && isMuted);
  await s.roster("the muted user", isMuted);
  s.holds("the muted user is listed so", isMuted((await call.listParticipants()).values));
  await s.refuses("muting a phone number", call.muteParticipant(s.phone(1).identifier), { statusCode: 400, code: "8523" });

  const removed = await call.removeParticipant(added.identifier, { operationContext: "remove", operationCallbackUrl: s.callbackUri("remove") });
  s.check("the answer to remove repeats the context", removed.operationContext, "remove");
  const left = await s.event("RemoveParticipantSucceeded", { at: "remove", operationContext: "remove" });
  s.check("the event names the removed", left.participant, added.identifier);
  await added.logs("disconnected");
  await s.refuses("a participant who has left", call.getParticipant(added.identifier), { statusCode: 404, code: "8522" });

  await call.removeParticipant(s.userPhone(5).identifier, { operationContext: "nobody" });
  const failed = await s.event("RemoveParticipantFailed", { at: "call", operationContext: "nobody" });
  s.check("nobody can't be removed", [failed.resultInformation.code, failed.participant], [404, s.userPhone(5).identifier]);
  await call.hangUp(true);
};
