namespace CallFlows.CrashTests.Playing;

/// <summary>How much is played, and how roughly.</summary>
/// <param name="Calls">How many calls are made.</param>
/// <param name="Kills">How often the application is killed.</param>
/// <param name="Seed">Makes scripts, faults and the moments of the kills the same again, as far as two processes can be the same.</param>
/// <param name="Rate">Calls that begin in a real second.</param>
/// <param name="Speed">How many times faster than real time all clocks run.</param>
internal sealed record CrashOptions(int Calls = 2000, int Kills = 200, int Seed = 1, double Rate = 8, double Speed = 2)
{
    /// <summary>How many calls are under way at most. The next one waits for its turn: a slow machine has fewer calls a second, not a crowd.</summary>
    public int MostAtOnce { get; init; } = 200;

    /// <summary>How many callbacks an application takes at most before it is killed: kills come in the thick of it, however fast the machine is.</summary>
    public int MostCallbacks { get; init; } = 120;

    /// <summary>How long, in real time, an application that has taken a callback lives at most.</summary>
    public TimeSpan LongestLife { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long, in real time, one that takes none lives: on a busy machine it must come to something, or calls would never end.</summary>
    public TimeSpan LongestIdleness { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long, in real time, the calls may go on after the last of them has begun and the last kill. A call whose announcement found the
    /// application dead five times rings until the sixth, as with Event Grid ten minutes later by the clocks.
    /// </summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(10);
}
