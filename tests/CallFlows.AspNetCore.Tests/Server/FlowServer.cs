using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CallFlows.Actions;
using CallFlows.CallAutomation;
using CallFlows.CallAutomation.Callbacks;
using CallFlows.Durable;
using CallFlows.Engine;
using CallFlows.Flows;
using CallFlows.Flows.Registration;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CallFlows.AspNetCore.Tests.Server;

/// <summary>An application that hosts flows, on a loopback port, with a gateway that accepts everything.</summary>
internal sealed class FlowServer : IAsyncDisposable
{
    public static readonly string CallbackKey = Convert.ToBase64String(Enumerable.Range(1, 32).Select(number => (byte)number).ToArray());

    private readonly WebApplication _app;

    private FlowServer(WebApplication app, LogBook logs, FakeGateway gateway, TokenIssuer issuer)
    {
        _app = app;
        Logs = logs;
        Gateway = gateway;
        Issuer = issuer;
    }

    public LogBook Logs { get; }

    public FakeGateway Gateway { get; }

    public TokenIssuer Issuer { get; }

    public HttpClient Http { get; } = new();

    public FixedTime Clock => (FixedTime)Services.GetRequiredService<TimeProvider>();

    public WatchedClient Engine => (WatchedClient)_app.Services.GetRequiredService<IOrchestrationClient>();

    public IServiceProvider Services => _app.Services;

    /// <summary>Takes further endpoints before the start.</summary>
    public IEndpointRouteBuilder Endpoints => _app;

    /// <summary>The settings of an application that works.</summary>
    public static Dictionary<string, string?> GoodSettings => new()
    {
        ["CallFlows:PublicUrl"] = "https://phone.test",
        ["CallFlows:CallbackKey"] = CallbackKey,
        ["CallFlows:Jwt:MetadataAddress"] = TokenIssuer.MetadataAddress,
        ["CallFlows:Jwt:Audience"] = TokenIssuer.Audience,
    };

    public static async Task<FlowServer> StartAsync(Action<CallFlowsBuilder> flows, params (string Setting, string? Value)[] settings)
    {
        FlowServer server = Build(flows, settings);
        await server.StartAsync();
        return server;
    }

    /// <summary>Makes the application without starting it.</summary>
    public static FlowServer Build(
        Action<CallFlowsBuilder> flows,
        (string Setting, string? Value)[] settings,
        string prefix = "/callflows",
        Action<IServiceCollection>? registerFirst = null,
        IOrchestrationClient? ownEngine = null,
        bool isServersEngine = false,
        Action<IServiceCollection>? registerMore = null)
    {
        LogBook logs = new();
        FakeGateway gateway = new();
        TokenIssuer issuer = new();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders().AddProvider(logs).SetMinimumLevel(LogLevel.Trace);
        builder.Configuration.AddInMemoryCollection(GoodSettings);
        foreach ((string setting, string? value) in settings)
        {
            builder.Configuration[$"CallFlows:{setting}"] = value;
        }

        if (registerFirst is null)
        {
            builder.Services.AddSingleton<ICallGateway>(gateway);
        }
        else
        {
            registerFirst(builder.Services);
        }

        builder.Services.AddSingleton<TimeProvider>(new FixedTime());
        builder.Services.AddKeyedSingleton(CallAutomationServiceCollectionExtensions.HttpClientKey, new HttpClient(issuer));
        if (ownEngine is null && !isServersEngine)
        {
            builder.Services.AddOrchestrationEngine();
            builder.Services.AddSingleton<IOrchestrationClient>(provider => new WatchedClient(provider.GetRequiredService<OrchestrationEngine>()));
        }
        else if (ownEngine is not null)
        {
            builder.Services.AddSingleton(ownEngine);
        }

        builder.Services.AddCallFlows(flows);
        builder.Services.AddCallFlowsServer();
        registerMore?.Invoke(builder.Services);
        WebApplication app = builder.Build();
        app.MapCallFlows(prefix);
        return new FlowServer(app, logs, gateway, issuer);
    }

    public async Task StartAsync()
    {
        await _app.StartAsync();
        Http.BaseAddress = new Uri(_app.Urls.Single());
    }

    public Task StopAsync() => _app.StopAsync();

    /// <summary>Where the service would send callbacks, as a path on this server.</summary>
    public string CallbackPath(string instanceId) => Services.GetRequiredService<ICallbackAddresses>().For(instanceId).PathAndQuery;

    public string Secret(string instanceId) => CallbackPath(instanceId).Split($"{CallbackAddresses.SecretParameter}=")[1];

    public Task<HttpResponseMessage> PostAsync(string path, string json, params (string Name, string Value)[] headers)
    {
        HttpRequestMessage request = new(HttpMethod.Post, path) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        foreach ((string name, string value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return SendAsync(request);
    }

    /// <summary>Posts callbacks as the service does: to the whole address, with a good token.</summary>
    public Task<HttpResponseMessage> PostCallbackAsync(string instanceId, string json) =>
        PostCallbackAsync(instanceId, json, TokenIssuer.Token());

    public Task<HttpResponseMessage> PostCallbackAsync(string instanceId, string json, string? token, string? path = null)
    {
        HttpRequestMessage request = new(HttpMethod.Post, path ?? CallbackPath(instanceId))
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return SendAsync(request);
    }

    /// <summary>Announces a call, and gives the action that answers it.</summary>
    public async Task<CallActionRequest> RingAsync(string serverCallId = "server-call-1", string to = Deliveries.Called)
    {
        await PostAsync("/callflows/events", Deliveries.EventGrid(Deliveries.EventGridCall(serverCallId, to)));
        return await Gateway.NextAsync<AnswerCall>();
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => Http.SendAsync(request).OrHang();

    public Task<HttpResponseMessage> DeleteAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Delete, path));

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>What a flow leaves behind, once it has ended.</summary>
    public Task<FlowOutput> OutputAsync(string instanceId) => Services.GetRequiredService<CallFlowClient>().WaitAsync(instanceId).OrHang();

    public Task<bool> TerminateAsync(string instanceId) => Engine.TerminateAsync(instanceId);

    public async Task<IReadOnlyList<OrchestrationState>> InstancesAsync() => (await Engine.QueryAsync(new OrchestrationQuery())).Instances;

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }
}
