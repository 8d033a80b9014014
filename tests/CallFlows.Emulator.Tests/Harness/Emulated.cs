using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CallFlows.Emulator.EventGrid;
using CallFlows.Emulator.Hosting;
using CallFlows.Emulator.Phones;
using CallFlows.Protocol.Security;

namespace CallFlows.Emulator.Tests.Harness;

/// <summary>An emulator on a manual clock: REST over real HTTP, callbacks to a <see cref="FakeApp"/>.</summary>
internal sealed class Emulated : IAsyncDisposable
{
    public const string Caller = "+15551230001";
    public const string AppNumber = "+18005550100";
    public const string Version = "2025-05-15";

    private readonly HttpClient _http = new();
    private readonly byte[] _key = Convert.FromBase64String(EmulatorOptions.DevelopmentAccessKey);

    private Emulated(CallAutomationEmulator emulator, ManualTime time, IdleGate gate, FakeApp app)
    {
        Emulator = emulator;
        Time = time;
        Gate = gate;
        App = app;
        _http.BaseAddress = emulator.Endpoint;
    }

    public CallAutomationEmulator Emulator { get; }

    public ManualTime Time { get; }

    public IdleGate Gate { get; }

    public FakeApp App { get; }

    public static async Task<Emulated> StartAsync(Action<EmulatorOptions>? configure = null)
    {
        ManualTime time = new();
        IdleGate gate = new();
        FakeApp app = new(time);
        CallAutomationEmulator emulator = await CallAutomationEmulator.StartAsync(
            options =>
            {
                options.Seed = 1;
                options.Prompts.FetchFiles = false;
                options.CreateHttpHandler = () => app;
                options.OnBusy = gate.Busy;
                options.OnIdle = gate.Idle;
                configure?.Invoke(options);
            },
            time: time);
        return new Emulated(emulator, time, gate, app);
    }

    /// <summary>An emulator whose app owns <see cref="AppNumber"/> and every user named like <c>8:acs:app_…</c>.</summary>
    public static Task<Emulated> StartWithAppAsync(
        EventGridSchema schema = EventGridSchema.EventGrid, Action<EmulatorOptions>? configure = null) =>
        StartAsync(options =>
        {
            options.EventGrid.Subscriptions.Add(new EventGridSubscriptionOptions
            {
                Name = "app",
                Endpoint = FakeApp.EventGridUri,
                Schema = schema,
                Called = [AppNumber, "8:acs:app_*"],
            });
            configure?.Invoke(options);
        });

    public VirtualPhone Phone(string id = Caller) => Emulator.Phones.Get(id);

    /// <summary>Lets all work end, then moves the clock on, pausing at every timer until the work it began has ended.</summary>
    public async Task RunAsync(TimeSpan time)
    {
        DateTimeOffset until = Time.GetUtcNow() + time;
        do
            await Gate.WaitAsync();
        while (Time.Step(until));
        await Gate.WaitAsync();
    }

    public Task RunAsync(double seconds) => RunAsync(TimeSpan.FromSeconds(seconds));

    public Task<RestReply> PostAsync(string path, object? body = null, Guid? repeatability = null) =>
        SendAsync(HttpMethod.Post, path, body is null ? null : JsonSerializer.Serialize(body), repeatability);

    public Task<RestReply> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<RestReply> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path, null);

    public async Task<RestReply> SendAsync(
        HttpMethod method, string path, string? body, Guid? repeatability = null, Action<HttpRequestMessage>? change = null,
        string version = Version)
    {
        bool isLink = path.StartsWith(Uri.UriSchemeHttp, StringComparison.Ordinal);
        string target = isLink ? new Uri(path).PathAndQuery : $"/calling/{path}?api-version={version}";
        byte[] bytes = Encoding.UTF8.GetBytes(body ?? "");
        using HttpRequestMessage request = new(method, target);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(bytes);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        RequestSignature signature = HmacSignature.Sign(
            _key, method.Method, target, Emulator.Endpoint.Authority, DateTimeOffset.UnixEpoch, bytes);
        request.Headers.Add("x-ms-date", signature.Date);
        request.Headers.Add("x-ms-content-sha256", signature.ContentHash);
        request.Headers.TryAddWithoutValidation("Authorization", signature.Authorization);
        request.Headers.Add("x-ms-client-request-id", "request-1");
        if (repeatability is { } id)
        {
            request.Headers.Add("Repeatability-Request-ID", id.ToString());
            request.Headers.Add("Repeatability-First-Sent", DateTimeOffset.UnixEpoch.ToString("r"));
        }

        change?.Invoke(request);
        using HttpResponseMessage response = await _http.SendAsync(request);
        return await ReadAsync(response);
    }

    public async Task<RestReply> ControlAsync(HttpMethod method, string path, object? body = null)
    {
        using HttpRequestMessage request = new(method, $"/emulator/{path}");
        if (body is not null)
            request.Content = new StringContent(body as string ?? JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await _http.SendAsync(request);
        return await ReadAsync(response);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Emulator.DisposeAsync();
    }

    private static async Task<RestReply> ReadAsync(HttpResponseMessage response) => new(
        (int)response.StatusCode,
        await response.Content.ReadAsStringAsync(),
        response.Headers.Concat(response.Content.Headers).ToDictionary(
            header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase));
}
