namespace CallFlows.Recordings;

/// <summary>One file of a recording; a long recording has several. Its addresses need the resource's key, and are good for as long as the service keeps the file.</summary>
/// <param name="DocumentId">The service's name of it.</param>
/// <param name="Index">Where it stands among the files of the recording, from 0.</param>
/// <param name="EndReason">Why it ended, in the service's words, e.g. <c>SessionEnded</c>, <c>ChunkMaximumSizeExceeded</c>.</param>
/// <param name="ContentLocation">Where the sound or the pictures are.</param>
/// <param name="MetadataLocation">Where JSON about them is: participants, channels, pauses.</param>
/// <param name="DeleteLocation">What to delete to delete both.</param>
public sealed record RecordingFile(
    string DocumentId, long Index, string? EndReason, Uri ContentLocation, Uri? MetadataLocation, Uri? DeleteLocation);
