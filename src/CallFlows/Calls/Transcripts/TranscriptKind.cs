namespace CallFlows.Calls.Transcripts;

/// <summary>What a line of a transcript is about.</summary>
public enum TranscriptKind
{
    /// <summary>The call rings or is dialled.</summary>
    Ringing,

    /// <summary>People can talk.</summary>
    Connected,

    /// <summary>The flow says or plays something.</summary>
    Prompt,

    /// <summary>Somebody pressed keys.</summary>
    Keys,

    /// <summary>Somebody said something.</summary>
    Speech,

    /// <summary>Nobody gave what was asked for.</summary>
    Silence,

    /// <summary>What was given fits nothing.</summary>
    NoMatch,

    /// <summary>A transfer begins or ends.</summary>
    Transfer,

    /// <summary>Somebody is invited, joins, leaves or is removed.</summary>
    Participant,

    /// <summary>A recording begins, pauses, goes on or ends.</summary>
    Recording,

    /// <summary>A stream of sound or of transcription begins, stops or fails.</summary>
    Stream,

    /// <summary>An action failed.</summary>
    Error,

    /// <summary>The call is over.</summary>
    Ended,
}
