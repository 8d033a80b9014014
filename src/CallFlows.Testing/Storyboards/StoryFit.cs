namespace CallFlows.Testing.Storyboards;

/// <summary>How what happened compares with what was to happen up to some line.</summary>
internal enum StoryFit
{
    /// <summary>Up to now all is as it was to be; something is still to come.</summary>
    Beginning,

    /// <summary>All of it has happened.</summary>
    Whole,

    /// <summary>Something else has happened.</summary>
    Other,
}
