namespace CallFlows.Engine.Instances;

/// <summary>What a turn does after one message.</summary>
internal enum TurnStep
{
    /// <summary>Take in the next one.</summary>
    Continue,

    /// <summary>Commit; the rest is for the next turn.</summary>
    Commit,

    /// <summary>Commit and load the instance anew before this very message.</summary>
    Reload,
}
