using System.Diagnostics.CodeAnalysis;

namespace CallFlows.Flows;

/// <summary>A signal that was waited for with a time-out.</summary>
/// <typeparam name="T">The signal's data.</typeparam>
public readonly struct Signal<T>
{
    internal Signal(T value)
    {
        Value = value;
        Received = true;
    }

    /// <summary>Whether it came in time.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool Received { get; }

    /// <summary>What came with it; the default when it did not come.</summary>
    public T? Value { get; }
}
