namespace CallFlows.Cli;

/// <summary>What a script can tell by.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>The host refused, failed, or did not answer.</summary>
    public const int Failed = 1;

    /// <summary>The command line can't be understood.</summary>
    public const int Usage = 2;
}
