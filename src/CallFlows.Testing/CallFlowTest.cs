using CallFlows.Flows;
using CallFlows.Flows.Registration;
using CallFlows.Testing.Activities;
using CallFlows.Testing.Callers;
using CallFlows.Testing.Records;
using CallFlows.Testing.Time;
using CallFlows.Testing.Worlds;

namespace CallFlows.Testing;

/// <summary>
/// A test of call flows: the application, the service and its phones in memory, on a clock that jumps over every wait. It begins with the first
/// call; until then it can be set up. Many tests can run side by side, and each run of one is the same.
/// </summary>
public sealed partial class CallFlowTest : IAsyncDisposable
{
    /// <summary>How long a test waits, by its clock, for something outside of a call.</summary>
    internal static readonly TimeSpan LongestWait = TimeSpan.FromDays(400);

    private const string UsualFrom = "+14255550123";
    private const string UsualName = "caller";
    private const string UsualTo = "+14255550100";

    private readonly WorldPlan _plan;
    private readonly IWorldFaults _faults;
    private readonly Dictionary<string, VirtualCaller> _callers = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _beginning = new(1);
    private World? _world;

    internal CallFlowTest(WorldPlan plan, IWorldFaults faults)
    {
        _plan = plan;
        _faults = faults;
    }

    /// <summary>
    /// How long, by the test's clock, somebody in a call waits for what is expected. Default one hour: only a call in which something is played for ever
    /// goes on for so long.
    /// </summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromHours(1);

    /// <summary>What the test's clock shows.</summary>
    public DateTimeOffset Now => _world?.Time.GetUtcNow() ?? _plan.Start;

    /// <summary>The calls of the flows, in the order they came about.</summary>
    public IReadOnlyList<CallRecord> Calls => _world?.Journal.Calls ?? [];

    /// <summary>The one call of the flows.</summary>
    /// <exception cref="CallFlowTestException">There was none, or there were several.</exception>
    public CallRecord Call => Calls switch
    {
        [CallRecord only] => only,
        [] => throw Fail("The flow is in no call yet, so there is none to look at."),
        _ => throw Fail($"The flows have had {Calls.Count} calls; say which one is meant: test.Calls[0]."),
    };

    /// <summary>Everything that happened up to now, in order.</summary>
    public IReadOnlyList<Happening> Happenings => _world?.Journal.Happenings ?? [];

    /// <summary>Everything that happened up to now, as text.</summary>
    public string Transcript => _world is null ? "Transcript: nothing has happened yet." : TranscriptText.Of(_world.Journal);

    /// <summary>The phones in hand, with what the test calls them.</summary>
    internal IReadOnlyList<(string Number, string Name)> Parties =>
        [.. _callers.OrderBy(caller => caller.Key, StringComparer.Ordinal).Select(caller => (caller.Key, caller.Value.Name))];

    internal DateTimeOffset Start => _plan.Start;

    internal World World => _world ?? throw new InvalidOperationException("The test has not begun; it begins with the first call, or with StartAsync.");

    /// <summary>
    /// Tests a flow that answers calls: it gets every call. Handlers of activities in the flow's assembly serve it, unless they are faked; what they
    /// need is given by <see cref="With{TService}(TService)"/>.
    /// </summary>
    /// <typeparam name="TFlow">The flow.</typeparam>
    public static CallFlowTest For<TFlow>()
        where TFlow : InboundCallFlow =>
        Make(typeof(TFlow), flows => flows.Add<TFlow>(when => when.Otherwise()));

    /// <summary>Tests a flow that is started by code; apart from that as <see cref="For{TFlow}()"/>.</summary>
    /// <typeparam name="TFlow">The flow.</typeparam>
    /// <typeparam name="TInput">What it starts with.</typeparam>
    /// <typeparam name="TResult">What it gives back.</typeparam>
    public static CallFlowTest For<TFlow, TInput, TResult>()
        where TFlow : CallFlow<TInput, TResult> =>
        Make(typeof(TFlow), flows => flows.Add<TFlow, TInput, TResult>());

    /// <summary>Tests flows as an application registers them, with its routes and handlers.</summary>
    /// <param name="flows">What the application gives to <c>AddCallFlows</c>.</param>
    public static CallFlowTest ForApplication(Action<CallFlowsBuilder> flows)
    {
        ArgumentNullException.ThrowIfNull(flows);
        return new CallFlowTest(new WorldPlan { Flows = flows }, new NoFaults());
    }

    /// <summary>Somebody calls. Returns when the call is on its way. Transcripts name the first one <c>caller</c>.</summary>
    /// <param name="from">The caller's number or raw id.</param>
    /// <param name="to">Who is called.</param>
    /// <param name="displayName">The caller's name, as the flow is told.</param>
    /// <returns>The caller.</returns>
    /// <exception cref="ArgumentException">One of the two is neither a number in E.164 nor a raw id.</exception>
    /// <exception cref="CallFlowTestException">The caller's phone is not free.</exception>
    public async Task<VirtualCaller> CallAsync(string from = UsualFrom, string to = UsualTo, string displayName = "")
    {
        await BeginAsync().ConfigureAwait(false);
        VirtualCaller caller = Phone(from, _callers.ContainsKey(from) || _callers.Values.Any(known => known.Name == UsualName) ? null : UsualName);
        if (caller.Phone.State != Emulator.Phones.PhoneState.Idle)
        {
            throw Fail($"{caller.Name} can't call: the phone is {caller.Phone.State}.");
        }

        await DoAsync(() => caller.Phone.CallAsync(to, displayName)).ConfigureAwait(false);
        return caller;
    }

    /// <summary>Takes a phone in hand, to be called. It rings on until it is told what to do.</summary>
    /// <param name="number">A number in E.164 or a raw id.</param>
    /// <param name="name">What transcripts call it; null for the number.</param>
    /// <exception cref="ArgumentException">It is neither.</exception>
    public VirtualCaller Phone(string number, string? name = null)
    {
        if (_world is null)
        {
            BeginAsync().GetAwaiter().GetResult();
        }

        if (!_callers.TryGetValue(number, out VirtualCaller? caller))
        {
            _callers.Add(number, caller = new VirtualCaller(this, World.Emulator.Phones.Get(number), name ?? number));
        }

        return name is null ? caller : caller.Named(name);
    }

    /// <summary>Lets time pass.</summary>
    /// <param name="time">How much.</param>
    public async Task PassAsync(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        await BeginAsync().ConfigureAwait(false);
        bool isOver = false;
        ITimer timer = World.Time.CreateTimer(_ => isOver = true, null, time, Timeout.InfiniteTimeSpan);
        await using (timer.ConfigureAwait(false))
        {
            await World.RunAsync(() => isOver, () => DateTimeOffset.MaxValue).ConfigureAwait(false);
        }
    }

    /// <summary>Lets time pass until every flow has ended.</summary>
    /// <exception cref="CallFlowTestException">One never ends, or failed.</exception>
    public async Task CompleteAsync()
    {
        await BeginAsync().ConfigureAwait(false);
        DateTimeOffset limit = Now + LongestWait;
        ClockStop stop = await World.RunAsync(() => World.AreFlowsOver && !World.IsAnybodyRinging, () => limit).ConfigureAwait(false);
        if (stop != ClockStop.Done)
        {
            throw Fail($"The flows were to end, but {(stop == ClockStop.Stalled ? "nothing more can happen" : $"have not after {LongestWait.Days} days")}. {WhatOthersWaitFor()}");
        }

        if (World.FailedFlow is { } failed)
        {
            throw Fail($"{failed.Name} failed: {failed.Failure?.Message}");
        }
    }

    /// <summary>What flows asked of an activity, faked or not, in the order it was first run.</summary>
    /// <typeparam name="TActivity">The request's type.</typeparam>
    public IReadOnlyList<ActivityRequest<TActivity>> RequestsOf<TActivity>() => _world?.Journal.RequestsOf<TActivity>(typeof(TActivity).Name) ?? [];

    /// <summary>What was given to the application by <see cref="With{TService}(Func{TService})"/>: the instance of this run.</summary>
    /// <typeparam name="TService">The type it was given as.</typeparam>
    /// <exception cref="InvalidOperationException">None was given, or the test has not begun.</exception>
    public TService Get<TService>()
        where TService : class =>
        World.Outside.LastOrDefault(made => made.Key == typeof(TService)).Value as TService
        ?? throw new InvalidOperationException($"No {typeof(TService).Name} was given to the test by With.");

    /// <summary>Ends everything.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_world is { } world)
        {
            await world.DisposeAsync().ConfigureAwait(false);
        }

        _beginning.Dispose();
    }

    internal async Task BeginAsync()
    {
        if (_world is not null)
        {
            return;
        }

        await _beginning.WaitAsync().ConfigureAwait(false);
        try
        {
            _world ??= await World.StartAsync(_plan, _faults).ConfigureAwait(false);
        }
        finally
        {
            _beginning.Release();
        }
    }

    /// <summary>Does something at a phone, and waits until what follows at once has happened.</summary>
    internal async Task DoAsync(Func<Task> action)
    {
        using (World.Time.Hold())
        {
            await action().ConfigureAwait(false);
        }

        await World.RunAsync(() => true, () => Now).ConfigureAwait(false);
    }

    internal CallFlowTestException Fail(string what) => new($"{what}\n\n{Transcript}");

    /// <summary>Who else waits for what.</summary>
    internal string WhatOthersWaitFor() => World.WhatFlowsWaitFor();

    private static CallFlowTest Make(Type flow, Action<CallFlowsBuilder> add)
    {
        CallFlowTest? test = null;
        test = new CallFlowTest(
            new WorldPlan
            {
                Flows = flows =>
                {
                    add(flows);
                    HandlersOfAssembly.AddTo(flows, flow.Assembly, test!._plan.Fakes);
                },
            },
            new NoFaults());
        return test;
    }
}
