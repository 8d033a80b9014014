using System.Collections.Concurrent;
using CallFlows.Actions;
using CallFlows.Durable;
using CallFlows.Emulator.Faults;
using CallFlows.Emulator.Hosting;
using CallFlows.Emulator.Phones;
using CallFlows.Engine;
using CallFlows.Flows;
using CallFlows.Testing.Records;
using CallFlows.Testing.Time;

namespace CallFlows.Testing.Worlds;

/// <summary>
/// An application, the service and its phones in memory, on one clock. One thing happens at a time, and in the same order in every run: activities
/// and deliveries wait for their turn on the clock, which moves only when nobody is at work.
/// </summary>
internal sealed class World : IAsyncDisposable
{
    private const int Seed = 1;
    private const string OwnNames = "CallFlows.";
    private static readonly Uri ServiceAddress = new("https://acs.test/");
    private static readonly TimeSpan Travel = TimeSpan.FromMilliseconds(1);

    /// <summary>How long a process that was killed stays away.</summary>
    private static readonly TimeSpan Away = TimeSpan.FromSeconds(3);

    /// <summary>How long, in real time, anybody may be at work: only an activity that waits for something real takes so long.</summary>
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(30);

    private static readonly OrchestrationQuery AuthorsFlows = new() { ExceptNames = [.. BookkeepingFlows.Names], PageSize = 1000 };

    private readonly InMemoryHttp _service = new(ServiceAddress);
    private readonly InMemoryStorage _storage = new();
    private readonly HttpClient _toService;
    private readonly IWorldFaults _faults;
    private readonly ConcurrentQueue<Func<Task>> _atRest = new();
    private readonly ConcurrentDictionary<string, string> _flows = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ended = new(StringComparer.Ordinal);
    private readonly List<string> _activities = [];
    private int _callbacks;
    private volatile bool _isLost;

    private World(WorldPlan plan, IWorldFaults faults)
    {
        Plan = plan;
        _faults = faults;
        Time = new VirtualTimeProvider(plan.Start);
        Journal = new Journal(Time);
        Outside = [.. plan.Outside.Select(made => KeyValuePair.Create(made.Key, made.Value()))];
        Emulator = CallAutomationEmulator.StartWithoutServer(_service.Server, Configure, Time);
        _service.Serve(Emulator.Requests.HandleAsync);
        _toService = new HttpClient(new PatientHandler(_service.CreateHandler())) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public WorldPlan Plan { get; }

    public VirtualTimeProvider Time { get; }

    public CallAutomationEmulator Emulator { get; }

    public Journal Journal { get; }

    /// <summary>What the test gives the application.</summary>
    public IReadOnlyList<KeyValuePair<Type, object>> Outside { get; }

    /// <summary>The application's process; null while there is none.</summary>
    public AppProcess? Process { get; private set; }

    /// <summary>The application's process.</summary>
    /// <exception cref="InvalidOperationException">There is none: it was killed, and is not back yet.</exception>
    public AppProcess Running => Process ?? throw new InvalidOperationException("The application's process was killed and is not back yet.");

    /// <summary>The author's flows that have not ended. While no process is there nobody knows, and none is told.</summary>
    public IReadOnlyList<OrchestrationState> RunningFlows => [.. Flows().Where(flow => !flow.IsFinished)];

    /// <summary>Whether every flow has ended. False while no process is there.</summary>
    public bool AreFlowsOver => Process is not null && RunningFlows.Count == 0;

    /// <summary>Whether a call is on its way that may yet begin a flow.</summary>
    public bool IsAnybodyRinging => Emulator.Phones.All.Any(phone => phone.State is PhoneState.Dialling or PhoneState.Ringing);

    /// <summary>A flow that failed; null when none did.</summary>
    public OrchestrationState? FailedFlow => Flows().FirstOrDefault(flow => flow.Status == OrchestrationStatus.Failed);

    /// <summary>The activities that have begun to run, in order; those of calls by what they do.</summary>
    public IReadOnlyList<string> ActivityNames => _activities;

    public static async Task<World> StartAsync(WorldPlan plan, IWorldFaults faults)
    {
        World world = new(plan, faults);
        try
        {
            using IDisposable held = world.Time.Hold();
            world.Process = await AppProcess.StartAsync(world, world._storage, world._toService).ConfigureAwait(false);
            await world.Emulator.SubscribeAsync(AppProcess.EventsAddress).ConfigureAwait(false);
            return world;
        }
        catch
        {
            await world.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>The name of an instance's flow.</summary>
    public string FlowOf(string instanceId) => _flows.GetValueOrDefault(instanceId, instanceId);

    /// <summary>How often a phone has rung.</summary>
    public int RingsOf(string party) => Emulator.Phones.Get(party).Log.Count(entry => entry.Kind == PhoneLogKind.Ringing);

    /// <summary>An instance; null when there is none, or no process to ask.</summary>
    public OrchestrationState? Find(string instanceId) => Process?.Engine.GetAsync(instanceId).GetAwaiter().GetResult();

    /// <summary>What flows wait for, by source line.</summary>
    public string WhatFlowsWaitFor()
    {
        IEnumerable<string> lines = RunningFlows.SelectMany(flow => flow.CustomStatus.To<FlowStatus>() is { Waiting: [_, ..] waiting }
            ? waiting.Select(step => $"{flow.Name} waits at {step.Source} for {step.Step}.")
            : [$"{flow.Name} runs and waits for nothing that it could tell."]);
        string text = string.Join(" ", lines);
        return FailedFlow is { } failed ? $"{failed.Name} has failed: {failed.Failure?.Message} {text}".TrimEnd()
            : text.Length > 0 ? text
            : Process is null ? "The application's process is gone."
            : "No flow is running.";
    }

    /// <summary>Lets time pass until something is so. When this returns the world is at rest.</summary>
    /// <param name="done">What to wait for; looked at while the world is at rest.</param>
    /// <param name="limit">Gives the time that is not to be passed.</param>
    /// <exception cref="CallFlowTestException">An activity waits for something real.</exception>
    public async Task<ClockStop> RunAsync(Func<bool> done, Func<DateTimeOffset> limit)
    {
        while (true)
        {
            ClockStop stop;
            try
            {
                stop = await Time.RunAsync(() => IsAtRest(done), limit, Guard).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                throw new CallFlowTestException(
                    $"Something has been at work for {Guard.TotalSeconds:0} s of real time, and the test's clock stands still for it. An activity must not wait "
                    + "for anything real: fake it, or what it asks. A fake that takes its time says so with Takes(time).\n\n" + TranscriptText.Of(Journal));
            }

            if (!_atRest.TryDequeue(out Func<Task>? work))
            {
                return stop;
            }

            using IDisposable held = Time.Hold();
            await work().ConfigureAwait(false);
        }
    }

    /// <summary>Does something as soon as the world is at rest.</summary>
    public void AtRest(Func<Task> work) => _atRest.Enqueue(work);

    /// <summary>Kills the application's process as soon as the world is at rest. Another one comes a few seconds later.</summary>
    public void Lose()
    {
        if (_isLost)
        {
            return;
        }

        _isLost = true;
        AtRest(KillAsync);
    }

    /// <summary>Whether an activity may run now.</summary>
    public async Task<bool> MayRunAsync(ActivityContext activity)
    {
        if (_isLost)
        {
            return false;
        }

        string flow = await NameFlowAsync(activity.InstanceId).ConfigureAwait(false);
        // One at a time, as activities wait for their turn.
        _activities.Add(activity.Name == FlowActivities.CallAction ? activity.Input.To<CallActionRequest>()!.Action.Name : activity.Name);
        ActivityFate fate = await _faults.OnActivityAsync(this, _activities.Count, activity).ConfigureAwait(false);
        if (fate == ActivityFate.LostBefore)
        {
            Lose();
            return false;
        }

        if (!activity.Name.StartsWith(OwnNames, StringComparison.Ordinal))
        {
            Journal.Run(activity, flow);
        }

        if (fate == ActivityFate.LostAfter)
        {
            Lose();
        }

        return true;
    }

    /// <summary>Whether what an activity came to is stored.</summary>
    public bool MayComplete() => !_isLost;

    /// <summary>The application has taken a callback.</summary>
    public void CallbackTaken(string type, string? connection)
    {
        int number = Interlocked.Increment(ref _callbacks);
        Journal.Add(HappeningKind.Callback, "service", type, connection: connection);
        _faults.OnCallback(this, number, type);
    }

    public async ValueTask DisposeAsync()
    {
        if (Process is { } process)
        {
            Process = null;
            await process.DisposeAsync().ConfigureAwait(false);
        }

        await Emulator.DisposeAsync().ConfigureAwait(false);
        _toService.Dispose();
        _service.Dispose();
    }

    private bool IsAtRest(Func<bool> done)
    {
        // Two who wait side by side look in turn.
        lock (_ended)
        {
            if (!_atRest.IsEmpty)
            {
                return true;
            }

            NoteEnds();
            return done();
        }
    }

    private void NoteEnds()
    {
        foreach (OrchestrationState flow in Flows().Where(flow => flow.IsFinished && _ended.Add(flow.InstanceId)))
        {
            string how = flow.Status switch
            {
                OrchestrationStatus.Completed => $"ends: {flow.Output.To<FlowOutput>()?.Outcome}",
                OrchestrationStatus.Failed => $"fails: {flow.Failure?.Message}",
                _ => $"is {flow.Status.ToString().ToLowerInvariant()}",
            };
            Journal.Add(HappeningKind.FlowEnded, flow.Name, how);
        }
    }

    // The store is in memory, so the answers are there at once.
    private List<OrchestrationState> Flows()
    {
        List<OrchestrationState> flows = [];
        OrchestrationQuery? query = Process is null ? null : AuthorsFlows;
        while (query is not null)
        {
            OrchestrationPage page = Process!.Engine.QueryAsync(query).GetAwaiter().GetResult();
            flows.AddRange(page.Instances.Where(flow => !flow.Name.StartsWith(OwnNames, StringComparison.Ordinal)));
            query = page.ContinuationToken is { } next ? query with { ContinuationToken = next } : null;
        }

        return flows;
    }

    private async Task KillAsync()
    {
        AppProcess process = Process!;
        Process = null;
        await process.DisposeAsync().ConfigureAwait(false);
        ITimer? timer = null;
        timer = Time.CreateTimer(
            _ =>
            {
                timer?.Dispose();
                AtRest(ReviveAsync);
            },
            null,
            Away,
            Timeout.InfiniteTimeSpan);
    }

    private async Task ReviveAsync()
    {
        _isLost = false;
        Process = await AppProcess.StartAsync(this, _storage, _toService).ConfigureAwait(false);
        Journal.Add(HappeningKind.Fault, "fault", "the process is back");
    }

    private async Task<string> NameFlowAsync(string instanceId)
    {
        if (!_flows.TryGetValue(instanceId, out string? name))
        {
            OrchestrationState? state = await Process!.Engine.GetAsync(instanceId).ConfigureAwait(false);
            _flows[instanceId] = name = state?.Name ?? instanceId;
        }

        return name;
    }

    private void Configure(EmulatorOptions emulator)
    {
        emulator.Seed = Seed;
        emulator.Prompts.FetchFiles = false;
        emulator.Callbacks.TravelTime = Travel;
        emulator.Callbacks.TokenReuse = TimeSpan.FromMinutes(1);
        foreach (Action<EmulatorOptions> configure in Plan.Emulator)
        {
            configure(emulator);
        }

        foreach (FaultRule rule in _faults.Rules)
        {
            emulator.FaultRules.Add(rule);
        }

        emulator.Observer = Journal;
        emulator.OnBusy = Time.Enter;
        emulator.OnIdle = Time.Exit;
        emulator.CreateHttpHandler = () => new AppLink(this);
    }
}
