using System.Text.Json;

namespace CallFlows.Testing.Worlds;

/// <summary>The way from the service to the application: refused while no process is there, and written down.</summary>
internal sealed class AppLink(World world) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (world.Process is not { } process)
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "The application is not running.");
        }

        byte[] body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        HttpResponseMessage response = await process.Inbound.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode && request.RequestUri!.AbsolutePath.StartsWith(AppProcess.CallbacksPath, StringComparison.Ordinal))
        {
            (string type, string? connection) = Read(body);
            world.CallbackTaken(type, connection);
        }

        return response;
    }

    private static (string Type, string? Connection) Read(byte[] body)
    {
        using JsonDocument document = JsonDocument.Parse(body);
        JsonElement callback = document.RootElement[0];
        string type = callback.GetProperty("type").GetString()!;
        return (type[(type.LastIndexOf('.') + 1)..], callback.GetProperty("data").TryGetProperty("callConnectionId", out JsonElement id) ? id.GetString() : null);
    }
}
