namespace CallFlows.Calls;

/// <summary>Outcomes as a person reads them in a transcript.</summary>
internal static class Words
{
    public static string Of(DialOutcome outcome) => outcome switch
    {
        DialOutcome.Answered => "answered",
        DialOutcome.Declined => "declined",
        DialOutcome.Busy => "busy",
        DialOutcome.NoAnswer => "no answer",
        DialOutcome.Unreachable => "can't be reached",
        DialOutcome.Cancelled => "cancelled",
        DialOutcome.Unconfirmed => "no word from the service",
        _ => "failed",
    };
}
