namespace CallFlows.CrashTests.Flows;

/// <summary>What flows write into the ledger.</summary>
internal static class Outcomes
{
    public const string News = "news";
    public const string Weather = "weather";
    public const string Announced = "announced";
    public const string Transferred = "transferred";
    public const string Joined = "joined";
    public const string Served = "served";

    /// <summary>The call ended before the flow came to an outcome of its own.</summary>
    public const string Ended = "ended";
}
