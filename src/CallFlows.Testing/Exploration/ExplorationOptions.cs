namespace CallFlows.Testing.Exploration;

/// <summary>How far an exploration goes.</summary>
public sealed class ExplorationOptions
{
    private int _maxSchedules = 2000;
    private int _depth = 1;
    private int _parallelism = Environment.ProcessorCount;

    /// <summary>How many runs there are at most, at least 1. Default 2,000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public int MaxSchedules
    {
        get => _maxSchedules;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _maxSchedules = value;
        }
    }

    /// <summary>
    /// How many things go wrong in one run, 1 to 3. Default 1: each at every point in turn. With more, combinations are drawn after that, by
    /// <see cref="Seed"/>, until <see cref="MaxSchedules"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1 or above 3.</exception>
    public int Depth
    {
        get => _depth;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 3);
            _depth = value;
        }
    }

    /// <summary>What combinations are drawn by. Default 1.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>How many runs go on at a time, at least 1. Default one for each processor. It changes nothing but the time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public int Parallelism
    {
        get => _parallelism;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _parallelism = value;
        }
    }

    /// <summary>What goes wrong. Default everything.</summary>
    public ISet<FaultType> Faults { get; } = new HashSet<FaultType>(Enum.GetValues<FaultType>());

    /// <summary>
    /// What nobody in a call may notice: with these alone the story must go as it is written. Default crashes, duplicates, swaps, 429, 500 and lost
    /// answers; hang-ups, declines and lost callbacks always change a story.
    /// </summary>
    public ISet<FaultType> Unnoticed { get; } = new HashSet<FaultType>
    {
        FaultType.Crash, FaultType.DuplicateCallback, FaultType.SwapCallbacks, FaultType.Throttle, FaultType.ServerError, FaultType.LoseAnswer,
    };

    /// <summary>Whether a flow that fails is no finding. Default false.</summary>
    public bool FlowsMayFail { get; set; }

    /// <summary>One schedule, as a report names it, to be run alone; null for all.</summary>
    public string? Only { get; set; }
}
