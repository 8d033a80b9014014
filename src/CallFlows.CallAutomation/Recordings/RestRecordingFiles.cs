using System.Globalization;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using CallFlows.CallAutomation.Gateway;
using CallFlows.Recordings;

namespace CallFlows.CallAutomation.Recordings;

/// <summary>Files of recordings over HTTP (wire reference, 8.4).</summary>
public sealed class RestRecordingFiles : IRecordingFiles
{
    private const int CopyBufferBytes = 81920;

    /// <summary>How often a download goes on without having brought anything.</summary>
    private const int MaxIdleResumptions = 3;

    private readonly RecordingLocations _locations;
    private readonly HttpPipeline _pipeline;

    /// <summary>Reaches the files of one communication resource.</summary>
    /// <param name="options">How to reach the resource.</param>
    /// <param name="httpClient">Sends the requests.</param>
    /// <param name="time">Dates the signatures.</param>
    /// <exception cref="CallAutomationOptionsException">A setting can't be used.</exception>
    public RestRecordingFiles(CallGatewayOptions options, HttpClient httpClient, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(httpClient);
        ArgumentNullException.ThrowIfNull(time);
        options.Validate();
        (Uri resource, HttpPipelinePolicy authentication) = GatewayAuthentication.For(options, time, forStorage: true);
        _locations = new RecordingLocations(resource);
        _pipeline = HttpPipelineBuilder.Build(new CallGatewayClientOptions(options, httpClient), authentication);
    }

    /// <inheritdoc/>
    public async Task<long> DownloadToAsync(Uri location, Stream destination, long offset = 0, CancellationToken cancellationToken = default)
    {
        _locations.Check(location);
        ArgumentNullException.ThrowIfNull(destination);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        byte[] buffer = new byte[CopyBufferBytes];
        long written = 0;
        for (int idle = 0; ; idle++)
        {
            long before = written;
            try
            {
                using Stream source = await OpenAsync(location, offset + written, null, cancellationToken).ConfigureAwait(false);
                int read;
                while ((read = await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
                {
                    await destination.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                    written += read;
                }

                return written;
            }
            catch (Exception broken) when (!cancellationToken.IsCancellationRequested && TransportProblem.Is(broken))
            {
                // While it was being read; the requests themselves were tried again already.
                idle = written > before ? 0 : idle;
                if (idle == MaxIdleResumptions)
                    throw new RecordingFileException($"The download broke off {idle + 1} times after {written} bytes: {broken.Message}", 0, broken);
            }
        }
    }

    /// <inheritdoc/>
    public Task<Stream> DownloadStreamingAsync(Uri location, long offset = 0, long? length = null, CancellationToken cancellationToken = default)
    {
        _locations.Check(location);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        if (length is { } count)
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count, nameof(length));
        return OpenAsync(location, offset, length, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(Uri location, CancellationToken cancellationToken = default)
    {
        _locations.Check(location);
        using HttpMessage message = CreateMessage(location, RequestMethod.Delete);
        Response response = await SendAsync(message, cancellationToken).ConfigureAwait(false);
        if (response.Status is not ((>= 200 and < 300) or 404))
            throw Refused(response);
    }

    private async Task<Stream> OpenAsync(Uri location, long offset, long? length, CancellationToken cancellationToken)
    {
        using HttpMessage message = CreateMessage(location, RequestMethod.Get);
        bool isPart = offset > 0 || length is not null;
        if (isPart)
        {
            string last = length is { } count ? (offset + count - 1).ToString(CultureInfo.InvariantCulture) : "";
            message.Request.Headers.SetValue("Range", string.Create(CultureInfo.InvariantCulture, $"bytes={offset}-{last}"));
        }

        Response response = await SendAsync(message, cancellationToken).ConfigureAwait(false);
        // What begins where the file ends is nothing, and no mistake: a download that broke off after the last byte.
        if (response.Status == 416 && length is null)
            return Stream.Null;
        if (response.Status is not (200 or 206))
            throw Refused(response);
        if (isPart && response.Status != 206)
            throw new RecordingFileException("The store sent the whole file where a part was asked for.", response.Status);
        return message.ExtractResponseContent() ?? Stream.Null;
    }

    private async Task<Response> SendAsync(HttpMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await _pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
            return message.Response;
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested && TransportProblem.Is(problem))
        {
            throw new RecordingFileException($"The store of recordings can't be reached: {problem.Message}", 0, problem);
        }
    }

    private static RecordingFileException Refused(Response response) => new(
        response.Status == 404
            ? "The file is not there: it was deleted, or the service no longer keeps it."
            : $"The store of recordings answered {response.Status} {response.ReasonPhrase}.",
        response.Status);

    private HttpMessage CreateMessage(Uri location, RequestMethod method)
    {
        HttpMessage message = _pipeline.CreateMessage();
        message.BufferResponse = false;
        message.Request.Method = method;
        message.Request.Uri.Reset(location);
        message.Request.Headers.SetValue("Accept", "application/json");
        return message;
    }
}
