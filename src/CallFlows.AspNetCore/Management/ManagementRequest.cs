using System.Text.Json;
using CallFlows.AspNetCore.Access;
using CallFlows.AspNetCore.Bodies;
using CallFlows.Durable;
using Microsoft.AspNetCore.Http;

namespace CallFlows.AspNetCore.Management;

/// <summary>One request to the management endpoints that was let in.</summary>
internal sealed class ManagementRequest(HttpContext http, AccessLevel access)
{
    private const int MaxBodyBytes = 256 * 1024;

    public HttpContext Http { get; } = http;

    public bool SeesNumbers => access == AccessLevel.Full;

    public CancellationToken Aborted => Http.RequestAborted;

    /// <summary>A parameter of the query, or null when it is absent or empty.</summary>
    public string? Query(string name) => Http.Request.Query[name] is [{ Length: > 0 } value] ? value : null;

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
