namespace CallFlows.Engine;

/// <summary>
/// How long instances that have ended are kept. Those that failed because their code could not be replayed are kept until somebody resumes,
/// terminates or purges them.
/// </summary>
public sealed record RetentionPolicy
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(36_500);

    private readonly TimeSpan? _defaultAge;
    private readonly Dictionary<string, TimeSpan?> _ages = new(StringComparer.Ordinal);

    /// <summary>
    /// How long after its end an instance is deleted with its history, 1 second to 36,500 days; null to keep it. Default null.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1 second or above 36,500 days.</exception>
    public TimeSpan? DefaultAge
    {
        get => _defaultAge;
        init => _defaultAge = Checked(value, nameof(DefaultAge));
    }

    /// <summary>
    /// Ages for some orchestrators, by name, instead of <see cref="DefaultAge"/>, within the same bounds; null keeps their instances.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">One is below 1 second or above 36,500 days.</exception>
    public IReadOnlyDictionary<string, TimeSpan?> Ages
    {
        get => _ages;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            _ages = new Dictionary<string, TimeSpan?>(StringComparer.Ordinal);
            foreach ((string name, TimeSpan? age) in value)
            {
                _ages.Add(name, Checked(age, $"{nameof(Ages)}[\"{name}\"]"));
            }
        }
    }

    internal bool KeepsAll => _defaultAge is null && _ages.Values.All(age => age is null);

    internal TimeSpan? AgeOf(string orchestrator) => _ages.TryGetValue(orchestrator, out TimeSpan? age) ? age : _defaultAge;

    private static TimeSpan? Checked(TimeSpan? age, string name) => age is null || (age >= Shortest && age <= Longest)
        ? age
        : throw new ArgumentOutOfRangeException(name, age, "Ended instances are kept for 1 second to 36,500 days, or for ever with null.");
}
