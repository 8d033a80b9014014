using CallFlows.Durable;

namespace CallFlows.Flows.Running;

/// <summary>
/// Takes everything that reaches the orchestration in order, drops what came before, and hands it to whom it concerns. It is the only
/// one to wait for external events, with one wait that is never cancelled: cancelled waits lose events in some Durable Task versions.
/// </summary>
internal sealed class EventPump(OrchestrationContext context, EventMatcher events, SignalInbox signals)
{
    /// <summary>How many ids are remembered. The service repeats a callback within minutes, so the last ones are enough.</summary>
    private const int RememberedIds = 4096;

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Queue<string> _seenInOrder = new();

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
