namespace CallFlows.Testing.Worlds;

/// <summary>What becomes of an activity.</summary>
internal enum ActivityFate
{
    /// <summary>It runs.</summary>
    Runs,

    /// <summary>The process is gone before it runs.</summary>
    LostBefore,

    /// <summary>It runs, and the process is gone before what it came to is stored.</summary>
    LostAfter,
}
