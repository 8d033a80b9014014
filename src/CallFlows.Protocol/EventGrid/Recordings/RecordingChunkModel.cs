namespace CallFlows.Protocol.EventGrid;

/// <summary>One file of a recording.</summary>
public sealed record RecordingChunkModel : WireModel
{
    /// <summary>Names the file.</summary>
    public string? DocumentId { get; init; }

    /// <summary>Counts the chunks from 0.</summary>
    public long? Index { get; init; }

    /// <summary>Why the chunk ended, e.g. <c>SessionEnded</c>.</summary>
    public string? EndReason { get; init; }

    /// <summary>URI of the media file.</summary>
    public string? ContentLocation { get; init; }

    /// <summary>URI of the metadata file.</summary>
    public string? MetadataLocation { get; init; }

    /// <summary>URI to delete both.</summary>
    public string? DeleteLocation { get; init; }
}
