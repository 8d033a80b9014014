namespace CallFlows.Protocol.EventGrid;

/// <summary>A call of communication users has ended.</summary>
public sealed record CallEndedData : CallData
{
    /// <summary>Who ended it.</summary>
    public CallEndedByModel? EndedBy { get; init; }

    /// <summary>Why it ended.</summary>
    public CallEndReasonModel? Reason { get; init; }

    /// <summary>How long it lasted, in seconds.</summary>
    public double? CallDurationInSeconds { get; init; }
}
