namespace CallFlows.Emulator.Faults;

/// <summary>
/// One thing that goes wrong: what, with whom, and how often. All conditions that are set must hold. Of several rules that fit a request, a
/// callback or a ring, the one that was added first has effect.
/// </summary>
public sealed record FaultRule
{
    /// <summary>What goes wrong. Must be set.</summary>
    public FaultKind Kind { get; set; }

    /// <summary>
    /// Which requests are hit, by operation name as in the action log, such as <c>Play</c>; empty for all that act. Reads, such as <c>GetCall</c>,
    /// are hit only when they are named. Only for kinds of requests and actions, and for <see cref="FaultKind.ExpireIncomingCall"/>.
    /// </summary>
    public IList<string> Operations { get; set; } = [];

    /// <summary>Which callbacks are hit, by event name such as <c>PlayCompleted</c>; empty for all. Only for kinds of callbacks.</summary>
    public IList<string> Events { get; set; } = [];

    /// <summary>Only the call of this connection; null for all.</summary>
    public string? CallConnectionId { get; set; }

    /// <summary>
    /// Only calls with this party in them, or named in the request: caller, called or participant; a phone number or raw id, <c>*</c>
    /// standing for any characters. Null for all.
    /// </summary>
    public string? Party { get; set; }

    /// <summary>How many that fit are left alone first: 2 for the third one on. 0 to 1,000,000.</summary>
    public int Skip { get; set; }

    /// <summary>How many are hit after that. 1 to 1,000,000; null for all.</summary>
    public int? Count { get; set; }

    /// <summary>HTTP status. RefuseAction: 429 or 500 to 599, 503 unless set. FailAnswer: 500 to 599, 500 unless set.</summary>
    public int? Status { get; set; }

    /// <summary>Value of Retry-After, in whole seconds, 0 to 1 hour. RefuseAction only; 429 says 1 s unless set.</summary>
    public TimeSpan? RetryAfter { get; set; }

    /// <summary>
    /// How long something is late, by the emulator's clock. Above 0. DelayAnswer: up to 1 minute, 0.5 s unless set. HangAction: up to 1 hour,
    /// 5 minutes unless set. DelayCallback and ReorderCallback: up to 1 hour, 1 s unless set. A clock that stands still while the app waits for
    /// an answer never ends DelayAnswer and HangAction.
    /// </summary>
    public TimeSpan? Delay { get; set; }

    /// <summary>How many times more a callback is delivered. RepeatCallback only: 1 to 10, 1 unless set.</summary>
    public int? Times { get; set; }
}
