using System.Net;
using System.Text.Json;

namespace CallFlows.Emulator.Tests.Harness;

/// <summary>The app under the emulator's callbacks: keeps what it gets, and answers as told.</summary>
internal sealed class FakeApp(TimeProvider time) : HttpMessageHandler
{
    public const string Host = "https://app.example";
    public const string CallbackUri = Host + "/callbacks?secret=kept";
    public const string EventGridUri = Host + "/eventgrid";

    private readonly Lock _gate = new();
    private readonly List<ReceivedCallback> _callbacks = [];
    private readonly List<ReceivedRequest> _eventGrid = [];

    /// <summary>Decides the answer to a callback; null means 200.</summary>
    public Func<ReceivedCallback, HttpStatusCode?> AnswerCallback { get; set; } = _ => null;

    /// <summary>Decides the answer to an Event Grid notification; null means 200.</summary>
    public Func<ReceivedRequest, HttpStatusCode?> AnswerEventGrid { get; set; } = _ => null;

    /// <summary>Decides whether to consent to a subscription.</summary>
    public bool Consents { get; set; } = true;

    public IReadOnlyList<ReceivedCallback> Callbacks
    {
        get { lock (_gate) return _callbacks.ToArray(); }
    }

    public IReadOnlyList<ReceivedRequest> EventGrid
    {
        get { lock (_gate) return _eventGrid.ToArray(); }
    }

    /// <summary>The data of the incoming calls announced, duplicates of retries left out.</summary>
    public IReadOnlyList<JsonElement> IncomingCalls => Events("IncomingCall").Select(body => body.GetProperty("data")).ToArray();

    /// <summary>The events of Event Grid of one type, duplicates of retries left out.</summary>
    /// <param name="name">The type without its prefix.</param>
    public JsonElement[] Events(string name) => EventGrid
        .Where(request => request.Type == "Notification")
        .Select(request => request.Body.ValueKind == JsonValueKind.Array ? request.Body[0] : request.Body)
        .Where(body => body.GetProperty(body.TryGetProperty("eventType", out _) ? "eventType" : "type").GetString() == $"Microsoft.Communication.{name}")
        .DistinctBy(body => body.GetProperty("id").GetString())
        .ToArray();

    /// <summary>Short names of a connection's events, in the order received.</summary>
    public string[] EventsOf(string callConnectionId) => Callbacks
        .Where(callback => callback.ConnectionId == callConnectionId).Select(callback => callback.Name).ToArray();

    public ReceivedCallback Single(string name) => Callbacks.Single(callback => callback.Name == name);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        return request.RequestUri!.AbsolutePath == "/eventgrid" ? TakeEventGrid(request, body) : TakeCallback(request, body);
    }

    private HttpResponseMessage TakeCallback(HttpRequestMessage request, string body)
    {
        ReceivedCallback callback = new(
            request.RequestUri!.ToString(), request.Headers.Authorization?.Parameter ?? "", time.GetUtcNow(),
            JsonDocument.Parse(body).RootElement);
        lock (_gate)
            _callbacks.Add(callback);
        return new HttpResponseMessage(AnswerCallback(callback) ?? HttpStatusCode.OK);
    }

    private HttpResponseMessage TakeEventGrid(HttpRequestMessage request, string body)
    {
        string type = request.Headers.TryGetValues("aeg-event-type", out IEnumerable<string>? types) ? types.Single() : request.Method.Method;
        JsonElement json = body.Length == 0 ? default : JsonDocument.Parse(body).RootElement;
        ReceivedRequest received = new(
            type, time.GetUtcNow(), json,
            request.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value)),
            request.Content?.Headers.ContentType?.ToString());
        lock (_gate)
            _eventGrid.Add(received);
        return type switch
        {
            "SubscriptionValidation" => Validation(json),
            "OPTIONS" => Options(),
            _ => new HttpResponseMessage(AnswerEventGrid(received) ?? HttpStatusCode.OK),
        };
    }

    private HttpResponseMessage Validation(JsonElement body)
    {
        string code = body[0].GetProperty("data").GetProperty("validationCode").GetString()!;
        return new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent(JsonSerializer.Serialize(new { validationResponse = Consents ? code : "no" })),
        };
    }

    private HttpResponseMessage Options()
    {
        HttpResponseMessage response = new(HttpStatusCode.OK);
        if (Consents)
            response.Headers.Add("WebHook-Allowed-Origin", "eventgrid.azure.net");
        return response;
    }
}

internal sealed record ReceivedCallback(string Uri, string Token, DateTimeOffset At, JsonElement Body)
{
    public JsonElement Event => Body[0];

    public JsonElement Data => Event.GetProperty("data");

    public string Name => Event.GetProperty("type").GetString()!["Microsoft.Communication.".Length..];

    public string ConnectionId => Data.GetProperty("callConnectionId").GetString()!;

    public string? Context => Data.TryGetProperty("operationContext", out JsonElement value) ? value.GetString() : null;

    public string Result
    {
        get
        {
            JsonElement result = Data.GetProperty("resultInformation");
            return $"{result.GetProperty("code")}/{result.GetProperty("subCode")}";
        }
    }

    public string Message => Data.GetProperty("resultInformation").GetProperty("message").GetString()!;
}

internal sealed record ReceivedRequest(
    string Type, DateTimeOffset At, JsonElement Body, IReadOnlyDictionary<string, string> Headers, string? ContentType);
