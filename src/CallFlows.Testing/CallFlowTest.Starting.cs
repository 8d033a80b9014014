using CallFlows.Durable;
using CallFlows.Flows;
using CallFlows.Testing.Time;

namespace CallFlows.Testing;

/// <content>Flows that are started by code, and signals.</content>
public sealed partial class CallFlowTest
{
    private int _started;

    /// <summary>Starts a flow.</summary>
    /// <typeparam name="TFlow">The flow.</typeparam>
    /// <typeparam name="TInput">What it starts with.</typeparam>
    /// <typeparam name="TResult">What it gives back.</typeparam>
    /// <param name="input">What it starts with.</param>
    /// <param name="instanceId">The id of the new instance; null for one that the test chooses.</param>
    /// <returns>The run.</returns>
    public async Task<FlowRun<TResult>> StartAsync<TFlow, TInput, TResult>(TInput input, string? instanceId = null)
        where TFlow : CallFlow<TInput, TResult>
    {
        await BeginAsync().ConfigureAwait(false);
        string id = instanceId ?? $"{typeof(TFlow).Name}-{++_started}";
        await DoAsync(() => World.Running.Flows.StartAsync<TFlow, TInput, TResult>(input, id)).ConfigureAwait(false);
        return new FlowRun<TResult>(this, id);
    }

    /// <summary>Sends a signal to a flow from outside.</summary>
    /// <typeparam name="T">The signal's type, by whose name it goes.</typeparam>
    /// <param name="signal">Its data.</param>
    /// <param name="instanceId">The flow; null for the one that runs.</param>
    /// <param name="name">The signal's name; null for that of its type.</param>
    /// <exception cref="CallFlowTestException">No flow runs, or several do.</exception>
    public async Task SignalAsync<T>(T signal, string? instanceId = null, string? name = null)
    {
        await BeginAsync().ConfigureAwait(false);
        string id = instanceId ?? World.RunningFlows switch
        {
            [OrchestrationState only] => only.InstanceId,
            { Count: var count } => throw Fail($"{count} flows run; say which one is meant by its instance id."),
        };
        await DoAsync(() => name is null
            ? World.Running.Flows.SignalAsync(id, signal)
            : World.Running.Flows.SignalAsync(id, signal, name)).ConfigureAwait(false);
    }

    internal async Task<FlowOutput> OutputOfAsync(string instanceId)
    {
        OrchestrationState? state = null;
        DateTimeOffset limit = Now + LongestWait;
        ClockStop stop = await World.RunAsync(() => (state = World.Find(instanceId)) is { IsFinished: true }, () => limit).ConfigureAwait(false);
        return stop != ClockStop.Done
            ? throw Fail($"{instanceId} was to end, but does not. {WhatOthersWaitFor()}")
            : state!.Status == OrchestrationStatus.Completed
                ? state.Output.To<FlowOutput>()!
                : throw Fail($"{state.Name} {state.Status.ToString().ToLowerInvariant()}: {state.Failure?.Message}");
    }
}
