namespace CallFlows.CrashTests.Flows;

/// <summary>What the flows say, and what the judge expects to be heard: each prompt at most once in a call.</summary>
internal static class Words
{
    public const string Question = "For news press one. For weather press two.";
    public const string News = "Here is the news: nothing has happened, and nobody has noticed.";
    public const string Weather = "Here is the weather: rain, then more of it.";
    public const string Welcome = "Welcome to the line that says three things.";
    public const string Second = "This is the second thing that it says.";
    public const string Third = "And this is the third one. Goodbye.";
    public const string OneMoment = "One moment please, somebody else will take your call.";
    public const string Joined = "Both of you are connected now. That was all. Goodbye.";

    /// <summary>What is said to the first in line, to the second, and so on.</summary>
    public static IReadOnlyList<string> Places { get; } = ["It is your turn. Goodbye.", "You are the next.", "You are third in line.", "You are fourth in line."];

    /// <summary>More than a minute long.</summary>
    public static string Story { get; } = string.Join(' ', Enumerable.Repeat("Once upon a time there was a process that ended too early.", 18));
}
