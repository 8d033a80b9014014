using CallFlows.Durable;

namespace CallFlows.Benchmarks.Workload;

/// <summary>
/// The orchestration of a call: rounds of one activity and one event, then the end. The short call has <see cref="ShortCallRounds"/>.
/// </summary>
internal sealed class CallWorkload
{
    public const string Orchestrator = "call";
    public const string EventName = "callback";
    public const int ShortCallRounds = 4;
    private const string Activity = "action";
    private readonly Caller[] _callers;

    public CallWorkload(int rounds, int callers)
    {
        Rounds = rounds;
        EventIds ids = new(rounds);
        _callers = [.. Enumerable.Range(0, callers).Select(number => new Caller(new CallIds(number), rounds, ids))];
        Registry.AddOrchestrator(Orchestrator, RunAsync);
        Registry.AddActivity(Activity, (context, _) =>
        {
            _callers[CallIds.CallerOf(context.InstanceId)].ActivityRan();
            return Task.FromResult(Payloads.Payload);
        });
    }

    public int Rounds { get; }

    public DurableRegistry Registry { get; } = new();

    public IReadOnlyList<Caller> Callers => _callers;

    private async Task<Payload> RunAsync(OrchestrationContext context)
    {
        for (int round = 0; round < Rounds; round++)
        {
            await context.CallActivityAsync(Activity, Payloads.Payload);
            await context.WaitForExternalEventAsync(EventName);
        }

        return Payloads.Payload;
    }
}
