namespace CallFlows.Emulator.Switchboard;

/// <summary>Why a ringing party didn't become a participant.</summary>
internal enum RingFailure
{
    Declined,
    Busy,
    NoAnswer,
    Forbidden,
    Withdrawn,
}

/// <summary>
/// The results of rings that failed. Only the decline (603/0) was recorded; the others keep its form with the SIP status,
/// and the PSTN subcode (560000 + status) for numbers.
/// </summary>
internal static class RingFailures
{
    public static ResultInfo Call(this RingFailure failure, PartyId target)
    {
        if (failure == RingFailure.Declined)
            return new ResultInfo(603, 0, "Call ended successfully as it was declined from callee. DiagCode: 603#0.@");
        (int code, string reason) = Sip(failure);
        int subCode = SubCode(code, target);
        return new ResultInfo(code, subCode, $"{reason}. DiagCode: {code}#{subCode}.@");
    }

    public static ResultInfo Invitation(this RingFailure failure, PartyId target)
    {
        (int code, string reason) = Sip(failure);
        int subCode = failure == RingFailure.Withdrawn ? 5234 : SubCode(code, target);
        return new ResultInfo(code, subCode,
            $"addParticipants failed for participant {target}. Underlying reason: {reason}. DiagCode: {code}#{subCode}.@");
    }

    private static int SubCode(int code, PartyId target) => target.IsPhoneNumber && code != 603 ? 560000 + code : 0;

    private static (int Code, string Reason) Sip(RingFailure failure) => failure switch
    {
        RingFailure.Declined => (603, "Decline"),
        RingFailure.Busy => (486, "Busy Here"),
        RingFailure.Forbidden => (403, "Forbidden"),
        RingFailure.Withdrawn => (487, "The Call Has Been Cancelled"),
        _ => (480, "Temporarily Unavailable"),
    };
}
