namespace CallFlows.Flows;

/// <summary>
/// Which of the service's callbacks a flow has use for beyond those that end its actions. Where each event costs a replay, as on Azure Durable
/// Functions, callbacks that nobody has use for are acknowledged and left out; other hosts hand on every one.
/// </summary>
[Flags]
public enum CallEventInterest
{
    /// <summary>
    /// What the calls' own state needs: changes of the list of participants, but neither repeats of the same list nor the beginning of prompts.
    /// </summary>
    Default = 0,

    /// <summary>
    /// The beginning of each prompt too: the transcript tells to the second when it was heard, and a prompt that was sent just as the process
    /// died is known to have begun, however long it is.
    /// </summary>
    PlayStarted = 1,

    /// <summary>
    /// Not the list of participants: <c>call.Participants</c> stays empty, and holding or muting somebody takes two seconds to be known as done. For
    /// flows of one caller.
    /// </summary>
    NoParticipants = 2,
}
