using CallFlows.Actions;
using CallFlows.Durable;
using CallFlows.Flows.Running;
using CallFlows.Testing.Time;

namespace CallFlows.Tests.Harness;

/// <summary>
/// Does to the activity that executes call actions what a crash does: what it came to is lost, and it is delivered once more.
/// </summary>
internal sealed class Interruptions(VirtualTimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Type, Queue<Interruption>> _next = [];

    /// <summary>Interrupts the next action of a kind; said several times, in that order, also when it is delivered again.</summary>
    public void Next<TAction>(params Interruption[] interruptions)
        where TAction : CallAction
    {
        lock (_lock)
        {
            _next[typeof(TAction)] = new Queue<Interruption>(interruptions);
        }
    }

    /// <summary>The same registry, with an activity for call actions that can be interrupted.</summary>
    public DurableRegistry Around(DurableRegistry registry)
    {
        DurableRegistry copy = new();
        foreach (OrchestratorRegistration flow in registry.Orchestrators.SelectMany(name => Versions(registry, name)))
        {
            copy.AddOrchestrator(flow.Name, flow.Orchestrator, flow.CodeType, flow.Version);
        }

        foreach ((string name, Activity activity) in registry.Activities)
        {
            copy.AddActivity(name, name == CallActionActivity.Name ? Around(activity) : activity);
        }

        return copy;
    }

    private static IEnumerable<OrchestratorRegistration> Versions(DurableRegistry registry, string name) =>
        Enumerable.Range(1, registry.FindOrchestrator(name)!.Version).Select(version => registry.FindOrchestrator(name, version)).OfType<OrchestratorRegistration>();

    private Activity Around(Activity activity) => async (context, cancellationToken) =>
    {
        Type action = context.Input.To<CallActionRequest>()!.Action.GetType();
        ActivityContext delivery = context;
        while (Take(action) is { } interruption)
        {
            if (interruption.AfterSending)
            {
                await activity(delivery, cancellationToken);
            }

            await AwayAsync(interruption.Away);
            delivery = context with { IsRedelivered = true };
        }

        return await activity(delivery, cancellationToken);
    };

    private Interruption? Take(Type action)
    {
        lock (_lock)
        {
            return _next.TryGetValue(action, out Queue<Interruption>? queue) && queue.TryDequeue(out Interruption? next) ? next : null;
        }
    }

    /// <summary>Lets time pass although an activity is under way: nobody is there to be busy.</summary>
    private async Task AwayAsync(TimeSpan time)
    {
        if (time == TimeSpan.Zero)
        {
            return;
        }

        TaskCompletionSource back = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using ITimer timer = clock.CreateTimer(
            _ =>
            {
                clock.Enter();
                back.SetResult();
            },
            null,
            time,
            Timeout.InfiniteTimeSpan);
        clock.Exit();
        await back.Task;
    }
}
