namespace CallFlows.Analyzers.ControlFlow;

/// <summary>What is known of a value while a caller stays silent. Null stands for nothing at all.</summary>
internal sealed class KnownValue : IEquatable<KnownValue>
{
    /// <summary>The result of a question that nobody answers, or the task of it.</summary>
    public static readonly KnownValue Unanswered = new(null);

    private KnownValue(object? constant) => Constant = constant;

    /// <summary>The constant; null also for what is unanswered.</summary>
    public object? Constant { get; }

    /// <summary>Whether it is a constant, null among them.</summary>
    public bool IsConstant => !ReferenceEquals(this, Unanswered);

    /// <summary>Its truth, when it is a known one.</summary>
    public bool? Truth => Constant as bool?;

    public static KnownValue Of(object? constant) => new(constant);

    public bool Equals(KnownValue? other) => other is not null && IsConstant == other.IsConstant && Equals(Constant, other.Constant);

    public override bool Equals(object? obj) => Equals(obj as KnownValue);

    public override int GetHashCode() => Constant?.GetHashCode() ?? 0;
}
