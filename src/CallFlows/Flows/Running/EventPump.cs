using CallFlows.Durable;

namespace CallFlows.Flows.Running;

/// <summary>
/// Takes everything that reaches the orchestration in order, drops what came before, and hands it to whom it concerns. It is the only
/// one to wait for external events, with one wait that is never cancelled: cancelled waits lose events in some Durable Task versions.
/// </summary>
/// <param name="context">The execution.</param>
/// <param name="events">Takes callbacks.</param>
/// <param name="signals">Takes signals.</param>
/// <param name="earlierIds">The ids of the latest events that the execution before has taken, oldest first.</param>
internal sealed class EventPump(OrchestrationContext context, EventMatcher events, SignalInbox signals, IReadOnlyList<string> earlierIds)
{
    /// <summary>How many ids are remembered. The service repeats a callback within minutes, so the last ones are enough.</summary>
    private const int RememberedIds = 4096;

    /// <summary>How many ids a next execution gets.</summary>
    private const int CarriedIds = 128;

    private readonly HashSet<string> _seen = new(earlierIds, StringComparer.Ordinal);
    private readonly Queue<string> _seenInOrder = new(earlierIds);

    /// <summary>The ids of the latest events, oldest first.</summary>
    public IReadOnlyList<string> LatestIds() => [.. _seenInOrder.TakeLast(CarriedIds)];

    public async Task RunAsync()
    {
        while (true)
        {
            Payload data = await context.WaitForExternalEventAsync(FlowEnvelope.EventName);
            FlowEnvelope envelope = data.To<FlowEnvelope>()
                ?? throw new InvalidOperationException($"An external event '{FlowEnvelope.EventName}' was empty; raise it through the flow client.");
            if (IsNew(envelope.Id))
            {
                Deliver(envelope);
            }
        }
    }

    private void Deliver(FlowEnvelope envelope)
    {
        if (envelope.Event is { } callEvent)
        {
            events.Deliver(callEvent);
        }
        else if (envelope.ServiceEvent is { } serviceEvent)
        {
            events.Deliver(serviceEvent);
        }
        else if (envelope.Signal is { } signal)
        {
            signals.Deliver(signal, envelope.Data);
        }
    }

    private bool IsNew(string id)
    {
        if (!_seen.Add(id))
        {
            return false;
        }

        _seenInOrder.Enqueue(id);
        if (_seenInOrder.Count > RememberedIds)
        {
            _seen.Remove(_seenInOrder.Dequeue());
        }

        return true;
    }
}
