// Calls phones that decline or are busy.
export default async (s) => {
  const ring = async (phone, label) => {
    await s.client.createCall(
      { targetParticipant: phone.identifier, sourceCallIdNumber: { phoneNumber: s.number(0) } },
      s.callbackUri(label), { operationContext: label });
    const failed = await s.event("CreateCallFailed", { at: label });
    const gone = await s.event("CallDisconnected", { at: label });
    s.check(`${label}: both events say the same`, [failed.resultInformation.code, failed.resultInformation.subCode],
      [gone.resultInformation.code, gone.resultInformation.subCode]);
    s.check(`${label}: nothing else came`, s.kinds(label).sort(), ["CallDisconnected", "CreateCallFailed"]);
    return failed.resultInformation;
  };

  const declining = s.phone(1);
  await declining.declines();
  const declined = await ring(declining, "declined");
  s.check("the decline is told", [declined.code, declined.subCode], [603, 0]);

  const busy = s.phone(2);
  await busy.isBusy();
  s.check("busy is told", (await ring(busy, "busy")).code, 486);
};
