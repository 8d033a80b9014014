// Rejects calls, for each reason.
export default async (s) => {
  const called = s.number(7);
  await s.subscribes(called);
  const reject = async (index, reason) => {
    const caller = s.phone(index);
    await caller.calls(called);
    const offer = await s.gridEvent("IncomingCall", ({ from }) => from.phoneNumber?.value === caller.id);
    await s.client.rejectCall(offer.data.incomingCallContext, reason ? { callRejectReason: reason } : undefined);
    const end = await caller.logs("dialFailed");
    await s.refuses(`rejecting it again (${reason})`, s.client.rejectCall(offer.data.incomingCallContext), { statusCode: 404, code: "8522" });
    return end.text;
  };

  s.check("without a reason the caller is declined", await reject(1, undefined), "Declined");
  s.check("none is a decline", await reject(2, "none"), "Declined");
  s.check("busy is heard as busy", await reject(3, "busy"), "Busy");
  s.check("forbidden is heard as forbidden", await reject(4, "forbidden"), "Forbidden");
  s.check("no callback came", s.kinds(), []);
};
