// Presses keys for somebody who leaves before they are sent.
export const emulator = "slow";

export default async (s) => {
  const call = await s.connected(s.phone(1));
  const leaving = s.phone(2);
  await leaving.answers();
  await call.addParticipant({ targetParticipant: leaving.identifier, sourceCallIdNumber: { phoneNumber: s.number(0) } }, { operationContext: "add" });
  await s.event("AddParticipantSucceeded", { operationContext: "add" });
  await call.getCallMedia().sendDtmfTones(["one"], leaving.identifier, { operationContext: "send" });
  await leaving.hangsUp();
  const failed = await s.event("SendDtmfTonesFailed", { operationContext: "send" });
  s.check("who has left hears nothing", [failed.resultInformation.code, failed.resultInformation.subCode], [404, 8522]);
  await call.hangUp(true);
};
