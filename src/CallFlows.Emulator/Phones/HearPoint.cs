namespace CallFlows.Emulator.Phones;

/// <summary>When a script's <c>Hears</c> counts a prompt as heard.</summary>
public enum HearPoint
{
    /// <summary>As soon as it starts playing, so that the next step can interrupt it. The words are known at once.</summary>
    Start,

    /// <summary>When it has stopped playing, to its end or interrupted.</summary>
    End,
}
