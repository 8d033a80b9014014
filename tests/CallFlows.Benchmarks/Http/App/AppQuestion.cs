namespace CallFlows.Benchmarks.Http.App;

/// <summary>What the application is asked: to wait until no call is under way, or just what it used.</summary>
internal sealed record AppQuestion(bool Settle);
