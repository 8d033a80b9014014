using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using CallFlows.Emulator.Tests.Harness;

namespace CallFlows.Emulator.Tests.Fidelity;

/// <summary>Two sides of a call, both apps, sending what the recorded clients sent; keeps the exchanges.</summary>
internal sealed class TwoSides(Emulated emulated, string version)
{
    private static readonly JsonSerializerOptions WithoutNulls = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly List<Exchange> _exchanges = [];
    private readonly List<JsonElement> _taken = [];

    public IReadOnlyList<Exchange> Exchanges => _exchanges;

    /// <summary>
    /// Data of the incoming calls that were answered or rejected (the recorders kept no others), then callbacks in the
    /// order received.
    /// </summary>
    public IReadOnlyList<JsonElement> Events => [.. _taken, .. emulated.App.Callbacks.Select(callback => callback.Body)];

    public Task RunAsync(double seconds) => emulated.RunAsync(seconds);

    public async Task<string> CreateAsync(object body)
    {
        Exchange created = await PostAsync("callConnections", body, repeatable: true);
        await RunAsync(1);
        return Id(created);
    }

    public async Task<string> AnswerAsync(Func<string, object> body)
    {
        Exchange answered = await PostAsync("callConnections:answer", body(TakeIncomingCall()), repeatable: true);
        await RunAsync(1);
        return Id(answered);
    }

    public async Task RejectAsync()
    {
        await PostAsync("callConnections:reject", new { incomingCallContext = TakeIncomingCall() }, repeatable: true);
        await RunAsync(1);
    }

    public async Task TerminateAsync(string id)
    {
        await PostAsync($"callConnections/{id}:terminate", null, repeatable: true);
        await RunAsync(1);
    }

    public Task<Exchange> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null, false);

    public Task<Exchange> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path, null, false);

    public Task<Exchange> PostAsync(string path, object? body, bool repeatable = false) =>
        SendAsync(HttpMethod.Post, path, body, repeatable);

    private string TakeIncomingCall()
    {
        JsonElement data = emulated.App.IncomingCalls[^1];
        _taken.Add(data);
        return data.GetProperty("incomingCallContext").GetString()!;
    }

    private static string Id(Exchange exchange) => exchange.ResponseBody!.Value.GetProperty("callConnectionId").GetString()!;

    private async Task<Exchange> SendAsync(HttpMethod method, string path, object? body, bool repeatable)
    {
        string? json = body is null ? null : JsonSerializer.Serialize(body, WithoutNulls);
        Dictionary<string, string> sent = [];
        RestReply reply = await emulated.SendAsync(method, path, json, repeatable ? Guid.NewGuid() : null, request =>
        {
            request.Headers.UserAgent.Add(new ProductInfoHeaderValue("fidelity", "1.0"));
            foreach ((string name, IEnumerable<string> values) in request.Headers)
                sent.Add(name, string.Join(',', values));
        }, version);
        Exchange exchange = new(
            method.Method, "/calling/" + path, sent, json is null ? null : Parse(json),
            reply.Status, reply.Headers, reply.Text.Length == 0 ? null : Parse(reply.Text));
        _exchanges.Add(exchange);
        return exchange;
    }

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
