namespace CallFlows.CrashTests.Flows;

/// <summary>The numbers that are called.</summary>
internal static class Lines
{
    public const string Menu = "+18005550101";
    public const string Story = "+18005550102";
    public const string Announcement = "+18005550103";
    public const string Transfer = "+18005550104";
    public const string Conference = "+18005550105";
    public const string Queue = "+18005550106";
}
