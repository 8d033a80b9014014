namespace CallFlows;

/// <summary>Ids of diagnostics about what the service has in preview versions only, and may change or take back.</summary>
internal static class Previews
{
    /// <summary>Unmuting participants.</summary>
    public const string Unmute = "CALLFLOWS001";
}
