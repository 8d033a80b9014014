using CallFlows.Emulator.Phones;

namespace CallFlows.Testing.Callers;

/// <summary>What a person does with one call after another.</summary>
public sealed class RingPlan
{
    private static readonly TimeSpan UsualRing = TimeSpan.FromSeconds(2);

    private readonly VirtualCaller _caller;
    private readonly List<(RingBehavior Behavior, string? Greeting)> _plan = [];
    private int _next;

    internal RingPlan(VirtualCaller caller) => _caller = caller;

    /// <summary>Reads well between two of these.</summary>
    public RingPlan Then => this;

    /// <summary>What a machine that answers now would say; null when a person does.</summary>
    internal string? Greeting { get; private set; }

    /// <inheritdoc cref="VirtualCaller.Answers"/>
    public RingPlan Answers(TimeSpan? after = null, int? times = null) => Add(RingBehavior.Answer(after ?? UsualRing), times);

    /// <inheritdoc cref="VirtualCaller.Declines"/>
    public RingPlan Declines(int? times = null) => Add(RingBehavior.Decline(UsualRing), times);

    /// <inheritdoc cref="VirtualCaller.IsBusy"/>
    public RingPlan IsBusy(int? times = null) => Add(RingBehavior.Busy, times);

    /// <inheritdoc cref="VirtualCaller.NeverAnswers"/>
    public RingPlan NeverAnswers(int? times = null) => Add(RingBehavior.Ignore, times);

    /// <inheritdoc cref="VirtualCaller.IsVoicemail"/>
    public RingPlan IsVoicemail(string greeting = "Please leave a message after the tone.", int? times = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(greeting);
        return Add(RingBehavior.Answer(UsualRing), times, greeting);
    }

    /// <summary>The phone rings: what it does is settled, and the next call's turn is prepared.</summary>
    internal void OnRinging()
    {
        Greeting = At(_next).Greeting;
        _next++;
        _caller.Phone.OnRing(At(_next).Behavior);
    }

    /// <summary>The phone was busy: when that was planned, the next call's turn is prepared. A phone in a call is busy in any case.</summary>
    internal void OnBusy()
    {
        if (At(_next).Behavior == RingBehavior.Busy)
        {
            OnRinging();
        }
    }

    private (RingBehavior Behavior, string? Greeting) At(int index) => _plan[Math.Min(index, _plan.Count - 1)];

    private RingPlan Add(RingBehavior behavior, int? times, string? greeting = null)
    {
        if (times is { } some)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(some, 1, nameof(times));
        }

        _plan.AddRange(Enumerable.Repeat((behavior, greeting), times ?? 1));
        _caller.Phone.OnRing(At(_next).Behavior);
        return this;
    }
}
