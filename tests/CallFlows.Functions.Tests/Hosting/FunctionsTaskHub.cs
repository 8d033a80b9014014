using CallFlows.Durable;
using CallFlows.Engine;
using CallFlows.Functions.Durable;
using CallFlows.Functions.Triggers;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CallFlows.Functions.Tests.Hosting;

/// <summary>
/// What the Functions host and its task hub do with durable functions: calls them through their classes, and keeps their state in the embedded engine.
/// </summary>
internal sealed class FunctionsTaskHub : IAsyncDisposable
{
    private readonly Func<IServiceProvider> _app;
    private readonly PortDataConverter _converter;

    /// <param name="app">Gives the app's services, anew after each restart.</param>
    /// <param name="options">How the engine runs.</param>
    public FunctionsTaskHub(Func<IServiceProvider> app, EngineOptions options)
    {
        _app = app;
        _converter = new PortDataConverter(app().GetRequiredService<IOptions<WorkerOptions>>().Value.Serializer!);
        DurableRegistry functions = new();
        functions.AddOrchestrator(DurableNames.Orchestrator, RunOrchestrator);
        functions.AddActivity(DurableNames.CallAction, (context, stopping) => RunActivityAsync(context, (code, call) => code.CallActionAsync(call, Client!, stopping)));
        functions.AddActivity(DurableNames.Activity, (context, stopping) => RunActivityAsync(context, (code, call) => code.ActivityAsync(call, Client!, stopping)));
        functions.AddActivity(EngineTaskOrchestrationContext.SendEventActivity, SendEventAsync);
        Engine = OrchestrationEngine.CreateInMemory(functions, options);
        Client = new EngineDurableTaskClient(Engine, _converter);
    }

    public OrchestrationEngine Engine { get; }

    public EngineDurableTaskClient Client { get; }

    public ValueTask DisposeAsync() => Engine.DisposeAsync();

    private Task<Payload> RunOrchestrator(OrchestrationContext context)
    {
        FlowStart start = _converter.FromPayload<FlowStart>(context.Input)!;
        return new InlineContext().Run(() => RunAsync(context, start));
    }

    private async Task<Payload> RunAsync(OrchestrationContext context, FlowStart start)
    {
        OrchestratorFunction function = ActivatorUtilities.CreateInstance<OrchestratorFunction>(_app());
        return _converter.ToPayload(await function.RunAsync(new EngineTaskOrchestrationContext(context, _converter), start));
    }

    private async Task<Payload> RunActivityAsync(ActivityContext context, Func<ActivityFunctions, ActivityCall, Task<ActivityOutcome>> run)
    {
        await using AsyncServiceScope scope = _app().CreateAsyncScope();
        ActivityFunctions functions = ActivatorUtilities.CreateInstance<ActivityFunctions>(scope.ServiceProvider);
        return _converter.ToPayload(await run(functions, _converter.FromPayload<ActivityCall>(context.Input)!));
    }

    private async Task<Payload> SendEventAsync(ActivityContext context, CancellationToken cancellationToken)
    {
        EngineTaskOrchestrationContext.SentEvent sent = context.Input.To<EngineTaskOrchestrationContext.SentEvent>()!;
        await Engine.RaiseEventAsync(sent.InstanceId, sent.Name, context.ExecutionId, sent.Data, cancellationToken);
        return Payload.Null;
    }
}
