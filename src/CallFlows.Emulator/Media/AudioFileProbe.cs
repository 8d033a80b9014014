using System.Net;
using CallFlows.Emulator.Hosting;
using CallFlows.Emulator.Switchboard;

namespace CallFlows.Emulator.Media;

/// <summary>
/// Looks at the start of an audio file. A WAV gives its own length; other audio, and files that can't be reached from
/// this machine, get the configured one, because the service might well reach them. What is clearly no audio fails.
/// </summary>
internal sealed partial class AudioFileProbe(EmulatorOptions options, HttpClient http, ILogger<AudioFileProbe> logger)
{
    private const int HeadBytes = 64 * 1024;

    public async ValueTask<PromptInspection> ProbeAsync(Uri uri, CancellationToken cancellationToken)
    {
        try
        {
            return uri.IsFile
                ? await ReadFileAsync(uri.LocalPath, cancellationToken)
                : await DownloadAsync(uri, cancellationToken);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or UnauthorizedAccessException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            Log.NotReachable(logger, uri.Host, options.Prompts.DefaultFileDuration, exception.Message);
            return PromptInspection.Plays(options.Prompts.DefaultFileDuration);
        }
    }

    private async Task<PromptInspection> ReadFileAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
            return PromptInspection.Fails(ResultInfo.FileDownload);
        await using FileStream file = File.OpenRead(path);
        return Judge(await ReadHeadAsync(file, cancellationToken), file.Length, null);
    }

    private async Task<PromptInspection> DownloadAsync(Uri uri, CancellationToken cancellationToken)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.Prompts.FetchTimeout);
        using HttpResponseMessage response =
            await http.GetAsync(uri, HttpCompletionOption.ResponseHeadersRead, limit.Token);
        if (response.StatusCode is >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError)
            return PromptInspection.Fails(ResultInfo.FileDownload);
        response.EnsureSuccessStatusCode();
        await using Stream body = await response.Content.ReadAsStreamAsync(limit.Token);
        string? type = response.Content.Headers.ContentType?.MediaType;
        return Judge(await ReadHeadAsync(body, limit.Token), response.Content.Headers.ContentLength, type);
    }

    private static async Task<byte[]> ReadHeadAsync(Stream stream, CancellationToken cancellationToken)
    {
        byte[] head = new byte[HeadBytes];
        int read = await stream.ReadAtLeastAsync(head, HeadBytes, throwOnEndOfStream: false, cancellationToken);
        return head[..read];
    }

    private PromptInspection Judge(byte[] head, long? length, string? mediaType)
    {
        if (WavHeader.TryReadDuration(head, length, out TimeSpan duration))
            return PromptInspection.Plays(duration < options.Prompts.MinimumDuration ? options.Prompts.MinimumDuration : duration);
        bool noAudio = head.Length == 0 || mediaType is "application/json" or "application/xml"
            || mediaType?.StartsWith("text/", StringComparison.OrdinalIgnoreCase) == true;
        return noAudio
            ? PromptInspection.Fails(ResultInfo.FileFormat)
            : PromptInspection.Plays(options.Prompts.DefaultFileDuration);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information,
            "An audio file on {Host} can't be read from here ({Reason}); it is taken to last {Duration}.")]
        public static partial void NotReachable(ILogger logger, string host, TimeSpan duration, string reason);
    }
}
