using System.Net;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CallFlows.Cli.Api;

/// <summary>Speaks with a host. Whatever goes wrong becomes one line that says what, and what to do.</summary>
internal sealed class ManagementClient : IDisposable
{
    private const string KeyHeader = "x-callflows-key";
    private const int MaxAnswerBytes = 256 * 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);

    private readonly HttpClient _http;

    public ManagementClient(Uri address, string? key)
    {
        // A redirect would carry the key elsewhere, and what is on this machine is reached without a proxy.
        SocketsHttpHandler handler = new() { AllowAutoRedirect = false, UseProxy = !address.IsLoopback };
        _http = new HttpClient(handler) { BaseAddress = address, Timeout = Patience, MaxResponseContentBufferSize = MaxAnswerBytes };
        if (key is not null && !_http.DefaultRequestHeaders.TryAddWithoutValidation(KeyHeader, key))
        {
            throw new CommandFailedException("the key has characters that no header can carry; see CALLFLOWS_KEY.", ExitCodes.Usage);
        }
    }

    /// <summary>The path of a flow's instance.</summary>
    /// <exception cref="CommandFailedException">No path can name the id.</exception>
    public static string InstancePath(string id) => $"instances/{Segment(id, "an id")}";

    /// <summary>One part of a path.</summary>
    /// <exception cref="CommandFailedException">It would be taken for a folder.</exception>
    public static string Segment(string text, string what) =>
        string.IsNullOrWhiteSpace(text) || text is "." or ".."
            ? throw new CommandFailedException($"'{text}' can't be {what}.", ExitCodes.Usage)
            : Uri.EscapeDataString(text);

    public async Task<JsonNode> GetAsync(string path, CancellationToken cancellationToken) =>
        Parse(await SendAsync(HttpMethod.Get, path, null, MediaTypeNames.Application.Json, cancellationToken).ConfigureAwait(false));

    public Task<string> GetTextAsync(string path, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, path, null, MediaTypeNames.Text.Plain, cancellationToken);

    public async Task<JsonNode> PostAsync(string path, string? json, CancellationToken cancellationToken) =>
        Parse(await SendAsync(HttpMethod.Post, path, json, MediaTypeNames.Application.Json, cancellationToken).ConfigureAwait(false));

    public async Task<JsonNode> DeleteAsync(string path, CancellationToken cancellationToken) =>
        Parse(await SendAsync(HttpMethod.Delete, path, null, MediaTypeNames.Application.Json, cancellationToken).ConfigureAwait(false));

    public static T Read<T>(JsonNode answer)
        where T : class
    {
        try
        {
            return answer.Deserialize<T>(ManagementJson.Options) ?? throw NoHost();
        }
        catch (JsonException problem)
        {
            throw NoHost(problem);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<string> SendAsync(HttpMethod method, string path, string? json, string accept, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(method, path);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, MediaTypeNames.Application.Json);
        }

        try
        {
            using HttpResponseMessage answer = await _http.SendAsync(request, cancellationToken).ConfigureAwait(false);
            string body = await answer.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
            return answer.IsSuccessStatusCode ? body : throw Refusal(answer, body);
        }
        catch (HttpRequestException problem)
        {
            throw new CommandFailedException(
                $"the host at {_http.BaseAddress} does not answer: {problem.Message.TrimEnd('.')}. Is it running? Give another address as --url or CALLFLOWS_URL.", innerException: problem);
        }
        catch (OperationCanceledException problem) when (!cancellationToken.IsCancellationRequested)
        {
            throw new CommandFailedException($"the host at {_http.BaseAddress} gave no answer in {Patience.TotalSeconds:0} seconds.", innerException: problem);
        }
    }

    private CommandFailedException Refusal(HttpResponseMessage answer, string body)
    {
        string? detail = Detail(body);
        return new CommandFailedException(answer.StatusCode switch
        {
            HttpStatusCode.Unauthorized => $"the host refused: {detail ?? "the key is missing or wrong."} Put the host's key into CALLFLOWS_KEY.",
            >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest =>
                $"the host at {_http.BaseAddress} sends elsewhere: {answer.Headers.Location}. If that is the host, give it as --url.",
            _ => detail ?? $"{_http.BaseAddress} answered {(int)answer.StatusCode} {answer.ReasonPhrase}; is it a CallFlows host, and the path its prefix?",
        });
    }

    /// <summary>What a host says is wrong; null when it was no host that answered.</summary>
    private static string? Detail(string body)
    {
        try
        {
            return (JsonNode.Parse(body) as JsonObject)?["detail"]?.GetValue<string>();
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static JsonNode Parse(string body)
    {
        try
        {
            return JsonNode.Parse(body, documentOptions: new JsonDocumentOptions { MaxDepth = ManagementJson.MaxDepth }) ?? throw NoHost();
        }
        catch (JsonException problem)
        {
            throw NoHost(problem);
        }
    }

    private static CommandFailedException NoHost(Exception? problem = null) =>
        new("what answered is not a CallFlows host, or one of another version; check --url.", innerException: problem);
}
