using CallFlows.Emulator.Hosting;
using CallFlows.Protocol.Rest;

namespace CallFlows.Emulator.Faults;

/// <summary>Decides what goes wrong: by chance, and by rules. Both can be changed while the emulator runs.</summary>
public sealed class FaultSource
{
    internal const int MaxRules = 1000;

    private readonly Lock _gate = new();
    private readonly List<FaultRuleState> _rules = [];
    private readonly IEmulatorObserver? _observer;
    private FaultOptions _options;
    private Random _random;
    private int _lastId;

    internal FaultSource(EmulatorOptions options)
    {
        _options = options.Faults;
        _observer = options.Observer;
        _random = Seeded(options.Faults);
        foreach (FaultRule rule in options.FaultRules)
            Add(rule);
    }

    /// <summary>What may go wrong by chance now. Setting it begins a new sequence of choices, and leaves the rules alone.</summary>
    /// <exception cref="ArgumentException">A setting is bad; the message names it, its value and what is allowed.</exception>
    public FaultOptions Options
    {
        get
        {
            lock (_gate)
                return _options with { };
        }

        set
        {
            ArgumentNullException.ThrowIfNull(value);
            if (FaultRules.Check(value).FirstOrDefault() is { } problem)
                throw new ArgumentException(problem, nameof(value));
            lock (_gate)
            {
                _options = value with { Actions = value.Actions.ToArray() };
                _random = Seeded(value);
            }
        }
    }

    /// <summary>The rules there are, in the order they were added, spent ones too.</summary>
    public IReadOnlyList<ActiveFault> Rules
    {
        get
        {
            lock (_gate)
                return [.. _rules.Select(rule => rule.Snapshot)];
        }
    }

    /// <summary>Adds a rule, which counts from now on.</summary>
    /// <param name="rule">What is to go wrong; later changes to it have no effect.</param>
    /// <returns>The rule and its id.</returns>
    /// <exception cref="ArgumentException">The rule is bad; the message names the setting, its value and what is allowed.</exception>
    /// <exception cref="InvalidOperationException">There are 1000 rules already.</exception>
    public ActiveFault Add(FaultRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (FaultRuleChecks.Check(rule).FirstOrDefault() is { } problem)
            throw new ArgumentException(problem, nameof(rule));
        lock (_gate)
        {
            if (_rules.Count >= MaxRules)
                throw new InvalidOperationException($"There are {MaxRules} fault rules, the most there can be. Remove some.");
            FaultRuleState state = new(++_lastId, FaultRuleState.Copy(rule));
            _rules.Add(state);
            return state.Snapshot;
        }
    }

    /// <summary>Takes a rule away.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>Whether there was such a rule.</returns>
    public bool Remove(int id)
    {
        lock (_gate)
            return _rules.RemoveAll(rule => rule.Id == id) > 0;
    }

    /// <summary>Takes all rules away.</summary>
    public void Clear()
    {
        lock (_gate)
            _rules.Clear();
    }

    /// <summary>Whether a rule asks whose call a request is about.</summary>
    internal bool LooksAtCalls
    {
        get
        {
            lock (_gate)
                return _rules.Exists(rule => !rule.IsSpent && (rule.Rule.Party ?? rule.Rule.CallConnectionId) is not null);
        }
    }

    /// <summary>The rule that hits a subject; null when none does. The subject is asked for only when there is a rule for that phase.</summary>
    internal FaultRule? Strike(FaultPhase phase, Func<FaultSubject> subject)
    {
        lock (_gate)
        {
            if (!_rules.Exists(rule => rule.Phase == phase && !rule.IsSpent))
                return null;
        }

        FaultSubject hit = subject();
        FaultRule? struck;
        lock (_gate)
            struck = _rules.Find(rule => rule.Phase == phase && rule.Hits(hit))?.Rule;
        if (struck is not null)
            _observer?.Struck(struck, hit.Name);
        return struck;
    }

    internal bool RepeatsCallback()
    {
        lock (_gate)
            return Happens(_options.RepeatCallback);
    }

    /// <summary>How long the next callback is held up by chance; zero for not at all.</summary>
    internal TimeSpan CallbackDelay()
    {
        lock (_gate)
            return Happens(_options.DelayCallback) ? _options.LongestCallbackDelay * _random.NextDouble() : TimeSpan.Zero;
    }

    internal bool Refuses(CallAutomationOperation operation)
    {
        lock (_gate)
            return Hits(operation) && Happens(_options.RefuseAction);
    }

    /// <summary>What becomes of the answer to a request that took effect: as a rule says, or else by chance.</summary>
    internal AnswerFault AnswerTo(CallAutomationOperation operation, FaultSubject subject)
    {
        if (Strike(FaultPhase.AfterAction, () => subject) is { } rule)
            return AnswerFault.Of(rule);
        lock (_gate)
        {
            if (!Hits(operation))
                return default;
            TimeSpan delay = Happens(_options.DelayAnswer) ? _options.AnswerDelay : TimeSpan.Zero;
            double fate = _options.LoseAnswer + _options.FailAnswer > 0 ? _random.NextDouble() : 1;
            return new AnswerFault(delay,
                fate < _options.LoseAnswer ? AnswerFate.Lost
                : fate < _options.LoseAnswer + _options.FailAnswer ? AnswerFate.Failed
                : AnswerFate.Arrives);
        }
    }

    private static Random Seeded(FaultOptions options) => options.Seed is { } seed ? new Random(seed) : new Random();

    private bool Hits(CallAutomationOperation operation) =>
        !HttpMethods.IsGet(operation.Method) && (_options.Actions.Count == 0 || _options.Actions.Contains(operation.Name));

    // A chance of 0 draws nothing, so that faults that are off don't change the sequence of those that are on.
    private bool Happens(double chance) => chance > 0 && _random.NextDouble() < chance;
}
