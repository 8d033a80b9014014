namespace CallFlows.Events;

/// <summary><c>Microsoft.Communication.PlayFailed</c>: a prompt could not be played.</summary>
public sealed record PlayFailed : CallEvent
{
    /// <summary>Which of the prompts, from 0.</summary>
    public int? FailedPlaySourceIndex { get; init; }
}
