namespace CallFlows.Recognition;

/// <summary>What a recognition listens for.</summary>
public enum RecognitionKind
{
    /// <summary>Keys.</summary>
    Dtmf,

    /// <summary>Free speech.</summary>
    Speech,

    /// <summary>Free speech or keys, whichever comes first.</summary>
    SpeechOrDtmf,

    /// <summary>One of several choices, by key or by phrase.</summary>
    Choices,
}
