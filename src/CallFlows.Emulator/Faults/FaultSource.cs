using CallFlows.Emulator.Hosting;
using CallFlows.Protocol.Rest;

namespace CallFlows.Emulator.Faults;

/// <summary>Decides what goes wrong. The settings can be changed while the emulator runs.</summary>
public sealed class FaultSource
{
    private readonly Lock _gate = new();
    private FaultOptions _options;
    private Random _random;

    internal FaultSource(EmulatorOptions options)
    {
        _options = options.Faults;
        _random = Seeded(options.Faults);
    }

    /// <summary>What may go wrong now. Setting it begins a new sequence of choices.</summary>
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

    internal bool RepeatsCallback()
    {
        lock (_gate)
            return Happens(_options.RepeatCallback);
    }

    /// <summary>How long the next callback is held up; zero for not at all.</summary>
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

    internal AnswerFault AnswerTo(CallAutomationOperation operation)
    {
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
