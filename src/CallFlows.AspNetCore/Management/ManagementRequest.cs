using System.Text.Json;
using System.Text.Json.Serialization;
using CallFlows.AspNetCore.Access;
using CallFlows.AspNetCore.Bodies;
using CallFlows.Durable;
using Microsoft.AspNetCore.Http;

namespace CallFlows.AspNetCore.Management;

/// <summary>One request to the management endpoints that was let in.</summary>
internal sealed class ManagementRequest(HttpContext http, AccessLevel access)
{
    private const int MaxBodyBytes = 256 * 1024;

    private static readonly JsonSerializerOptions StrictJson =
        new(DurableJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public HttpContext Http { get; } = http;

    public bool SeesNumbers => access == AccessLevel.Full;

    public CancellationToken Aborted => Http.RequestAborted;

    public ManagementQuery Query { get; } = new(http.Request.Query);

    /// <summary>Reads the body as JSON; null when there is none.</summary>
    /// <exception cref="BadRequestException">It is too long, or no JSON.</exception>
    public async Task<Payload?> ReadJsonAsync()
    {
        using BoundedBody body = await BoundedBody.ReadAsync(Http.Request, MaxBodyBytes, Aborted).ConfigureAwait(false)
            ?? throw new BadRequestException(StatusCodes.Status413PayloadTooLarge, $"A body has at most {MaxBodyBytes} bytes.");
        if (body.Bytes.IsEmpty)
        {
            return null;
        }

        // Asking for the type also keeps web pages of other sites from posting here unasked.
        if (!Http.Request.HasJsonContentType())
        {
            throw new BadRequestException(StatusCodes.Status415UnsupportedMediaType, "Send the body as application/json.");
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(body.Bytes);
        }
        catch (JsonException problem)
        {
            throw new BadRequestException(
                StatusCodes.Status400BadRequest, $"The body is not JSON at line {problem.LineNumber + 1}, byte {problem.BytePositionInLine + 1}.", problem);
        }

        return new Payload(body.Bytes.ToArray());
    }

    /// <summary>Reads the body as an object that has no other properties than its type; null when there is none.</summary>
    /// <param name="shape">What may be sent, for the refusal.</param>
    /// <exception cref="BadRequestException">It is too long, no JSON, or something else.</exception>
    public async Task<T?> ReadAsync<T>(string shape)
        where T : class
    {
        if (await ReadJsonAsync().ConfigureAwait(false) is not { } json)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<T>(json.Utf8.Span, StrictJson);
        }
        catch (JsonException problem)
        {
            throw new BadRequestException(StatusCodes.Status400BadRequest, $"The body doesn't fit at {problem.Path ?? "$"}; send {shape}, or nothing.", problem);
        }
    }

    /// <summary>Answers with JSON, phone numbers masked unless the caller may see them.</summary>
    public Task AnswerAsync<T>(T answer, int status = StatusCodes.Status200OK)
    {
        ReadOnlyMemory<byte> json = JsonSerializer.SerializeToUtf8Bytes(answer, DurableJson.Options);
        return AnswerAsync(SeesNumbers ? json : MaskedJson.From(json), "application/json; charset=utf-8", status);
    }

    public Task AnswerAsync(ReadOnlyMemory<byte> body, string contentType, int status = StatusCodes.Status200OK)
    {
        HttpResponse response = Http.Response;
        response.StatusCode = status;
        response.ContentType = contentType;
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        return response.Body.WriteAsync(body, Aborted).AsTask();
    }
}
