namespace CallFlows.Protocol.Rest;

/// <summary>Values of <see cref="RecognizeRequest.RecognizeInputType"/>.</summary>
public static class RecognizeInputTypes
{
    /// <summary>Tones.</summary>
    public const string Dtmf = "dtmf";

    /// <summary>Free speech.</summary>
    public const string Speech = "speech";

    /// <summary>Whichever comes first.</summary>
    public const string SpeechOrDtmf = "speechOrDtmf";

    /// <summary>One of several choices, by tone or speech.</summary>
    public const string Choices = "choices";
}
