namespace CallFlows.CallAutomation.Tests.Support;

/// <summary>Time that stands still until a test moves it.</summary>
internal sealed class ManualTime : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2025, 3, 4, 10, 20, 30, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
