namespace CallFlows.Protocol.EventGrid;

/// <summary>The files of a recording.</summary>
public sealed record RecordingStorageInfoModel : WireModel
{
    /// <summary>The chunks in order.</summary>
    public IReadOnlyList<RecordingChunkModel>? RecordingChunks { get; init; }
}
