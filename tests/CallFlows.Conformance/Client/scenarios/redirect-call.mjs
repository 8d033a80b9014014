// Hands a ringing call on, to a phone and to a user.
export default async (s) => {
  const called = s.number(7);
  await s.subscribes(called);
  const redirect = async (caller, target, invite) => {
    await target.answers();
    await caller.calls(called);
    const offer = await s.gridEvent("IncomingCall", ({ from }) => from.rawId?.endsWith(caller.id));
    await s.client.redirectCall(offer.data.incomingCallContext, { targetParticipant: target.identifier, ...invite });
    await target.logs("connected");
    await caller.logs("connected");
    s.check("no callback came", s.kinds(), []);
  };

  await redirect(s.phone(1), s.phone(2), {
    sourceCallIdNumber: { phoneNumber: s.number(0) },
    sourceDisplayName: "Contoso",
    customCallingContext: [{ kind: "voip", key: "order", value: "4711" }],
  });
  await redirect(s.phone(3), s.userPhone(4), {});
};
