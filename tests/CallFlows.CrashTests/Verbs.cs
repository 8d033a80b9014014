namespace CallFlows.CrashTests;

/// <summary>What the executable can be told to be.</summary>
internal static class Verbs
{
    /// <summary>The application that is killed.</summary>
    public const string Application = "application";

    /// <summary>The one that plays, kills and judges.</summary>
    public const string Run = "run";
}
