namespace CallFlows.Recordings;

/// <summary>
/// Fetches and deletes files of recordings that the service keeps; they are there for a day. Files in a container of one's own are fetched
/// with the storage account's own client. It does I/O: use it in activities and handlers, not in flows.
/// </summary>
public interface IRecordingFiles
{
    /// <summary>Copies a file, or the rest of one. When the connection breaks, it goes on where it was.</summary>
    /// <param name="location">The file's content or metadata.</param>
    /// <param name="destination">Where to; written from its position on.</param>
    /// <param name="offset">Which byte to begin with, from 0: how many were fetched before.</param>
    /// <param name="cancellationToken">Gives up; what was written stays.</param>
    /// <returns>How many bytes were written.</returns>
    /// <exception cref="ArgumentException">The location is none of the service's.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The offset is negative.</exception>
    /// <exception cref="RecordingFileException">The service does not give it, or the connection broke again and again.</exception>
    Task<long> DownloadToAsync(Uri location, Stream destination, long offset = 0, CancellationToken cancellationToken = default);

    /// <summary>Opens a file, or a part of one, to be read as it comes.</summary>
    /// <param name="location">The file's content or metadata.</param>
    /// <param name="offset">Which byte to begin with, from 0.</param>
    /// <param name="length">How many bytes at most, at least 1; null for all that follow.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The bytes; dispose it.</returns>
    /// <exception cref="ArgumentException">The location is none of the service's.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The offset is negative, or the length isn't positive.</exception>
    /// <exception cref="RecordingFileException">The service does not give it.</exception>
    Task<Stream> DownloadStreamingAsync(Uri location, long offset = 0, long? length = null, CancellationToken cancellationToken = default);

    /// <summary>Deletes a file with its metadata. One that is there no more counts as deleted.</summary>
    /// <param name="location">The file's <see cref="RecordingFile.DeleteLocation"/>.</param>
    /// <param name="cancellationToken">Gives up; it may be deleted all the same.</param>
    /// <exception cref="ArgumentException">The location is none of the service's.</exception>
    /// <exception cref="RecordingFileException">The service refuses.</exception>
    Task DeleteAsync(Uri location, CancellationToken cancellationToken = default);
}
