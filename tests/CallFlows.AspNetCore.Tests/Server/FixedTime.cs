namespace CallFlows.AspNetCore.Tests.Server;

/// <summary>A clock that stands still until a test moves it, so that tokens and transcripts are the same in every run.</summary>
internal sealed class FixedTime : TimeProvider
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public DateTimeOffset Shown { get; set; } = Now;

    public override DateTimeOffset GetUtcNow() => Shown;
}
