namespace CallFlows.Durable;

/// <summary>When and how often a failed activity is tried again. The wait between attempts is a durable timer.</summary>
public sealed record RetryPolicy
{
    private readonly int _maxAttempts = 3;
    private readonly TimeSpan _firstInterval = TimeSpan.FromSeconds(1);
    private readonly double _backoff = 2;
    private readonly TimeSpan _maxInterval = TimeSpan.FromMinutes(1);

    /// <summary>All attempts together, 1 to 1,000. Default 3.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1 or above 1,000.</exception>
    public int MaxAttempts
    {
        get => _maxAttempts;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1000);
            _maxAttempts = value;
        }
    }

    /// <summary>The wait before the second attempt. Default one second.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below zero.</exception>
    public TimeSpan FirstInterval
    {
        get => _firstInterval;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            _firstInterval = value;
        }
    }

    /// <summary>What each wait is multiplied by for the next one, 1 or more. Default 2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public double BackoffCoefficient
    {
        get => _backoff;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _backoff = value;
        }
    }

    /// <summary>No wait is longer than this. Default one minute.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below zero.</exception>
    public TimeSpan MaxInterval
    {
        get => _maxInterval;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            _maxInterval = value;
        }
    }

    /// <summary>
    /// Error types (full names of exceptions, see <see cref="FailureDetails.ErrorType"/>) that are not worth another attempt.
    /// </summary>
    public IReadOnlyList<string> NonRetryableErrors { get; init; } = [];

    /// <summary>The wait after a failed attempt.</summary>
    /// <param name="attempt">The attempt that failed, from 1.</param>
    public TimeSpan DelayAfter(int attempt)
    {
        double ticks = _firstInterval.Ticks * Math.Pow(_backoff, attempt - 1);
        return ticks >= _maxInterval.Ticks ? _maxInterval : TimeSpan.FromTicks((long)ticks);
    }
}
