namespace CallFlows.Emulator.Faults;

/// <summary>What a <see cref="FaultRule"/> does. Those of requests hit REST requests, those of callbacks events, those of rings calls on their way.</summary>
public enum FaultKind
{
    /// <summary>A request is turned away before it is looked at, with <see cref="FaultRule.Status"/> and <see cref="FaultRule.RetryAfter"/>.</summary>
    RefuseAction = 1,

    /// <summary>A request is not looked at and not answered; its connection breaks after <see cref="FaultRule.Delay"/>.</summary>
    HangAction,

    /// <summary>A request's connection breaks before the request is looked at.</summary>
    ResetAction,

    /// <summary>A request takes effect, and its connection breaks before the answer.</summary>
    LoseAnswer,

    /// <summary>A request takes effect, and is answered with <see cref="FaultRule.Status"/>.</summary>
    FailAnswer,

    /// <summary>A request takes effect, and is answered after <see cref="FaultRule.Delay"/>: its callbacks may come first.</summary>
    DelayAnswer,

    /// <summary>
    /// An action is accepted and comes to nothing: its event of failure (500/9999) stands in for its effect. Of those whose failure nothing else
    /// brings about: SendDtmfTones, StartContinuousDtmfRecognition, StartRecording.
    /// </summary>
    FailAction,

    /// <summary>A callback is delivered <see cref="FaultRule.Times"/> times more under the same id.</summary>
    RepeatCallback,

    /// <summary>A callback, and the later ones of its connection, are held up for <see cref="FaultRule.Delay"/>.</summary>
    DelayCallback,

    /// <summary>A callback is delivered after the next one of its connection, or after <see cref="FaultRule.Delay"/> when none comes.</summary>
    ReorderCallback,

    /// <summary>A callback is never delivered.</summary>
    DropCallback,

    /// <summary>Whoever is called declines, without ringing.</summary>
    Decline,

    /// <summary>Whoever is called is busy.</summary>
    Busy,

    /// <summary>Whoever is called doesn't ring, and the call waits for its time-out.</summary>
    NoAnswer,

    /// <summary>
    /// An added participant's decline is reported as AddParticipantSucceeded, as has been seen of phone networks (Azure/azure-sdk-for-net#41032).
    /// </summary>
    DeclineAsSuccess,

    /// <summary>The caller gives up just before the app answers, rejects or redirects: the incomingCallContext is worth nothing any more.</summary>
    ExpireIncomingCall,
}
