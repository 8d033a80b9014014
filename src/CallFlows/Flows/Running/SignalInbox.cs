using CallFlows.Durable;
using CallFlows.Flows.Running.Continuing;

namespace CallFlows.Flows.Running;

/// <summary>Signals from outside by name: those nobody has waited for yet, and those who wait. First come, first served.</summary>
internal sealed class SignalInbox
{
    private readonly Dictionary<string, Queue<Payload>> _kept = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, LinkedList<TaskCompletionSource<Payload>>> _waiting = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="earlier">Signals that the execution before has not taken.</param>
    public SignalInbox(IReadOnlyList<CarriedSignal> earlier)
    {
        foreach (CarriedSignal signal in earlier)
        {
            Deliver(signal.Name, signal.Data);
        }
    }

    /// <summary>Those that nobody has taken.</summary>
    public IReadOnlyList<CarriedSignal> Carry() =>
        [.. _kept.SelectMany(kept => kept.Value.Select(data => new CarriedSignal(kept.Key, data)))];

    public void Deliver(string name, Payload data)
    {
        if (_waiting.TryGetValue(name, out LinkedList<TaskCompletionSource<Payload>>? waiters) && waiters.First is { } first)
        {
            waiters.RemoveFirst();
            first.Value.SetResult(data);
            return;
        }

        if (!_kept.TryGetValue(name, out Queue<Payload>? kept))
        {
            _kept[name] = kept = new Queue<Payload>();
        }

        kept.Enqueue(data);
    }

    /// <summary>Takes the next signal, or gives up when the token is cancelled; a wait that was given up takes none.</summary>
    public async Task<Payload> WaitAsync(string name, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_kept.TryGetValue(name, out Queue<Payload>? kept) && kept.TryDequeue(out Payload data))
        {
            return data;
        }

        if (!_waiting.TryGetValue(name, out LinkedList<TaskCompletionSource<Payload>>? waiters))
        {
            _waiting[name] = waiters = new LinkedList<TaskCompletionSource<Payload>>();
        }

        LinkedListNode<TaskCompletionSource<Payload>> node = waiters.AddLast(new TaskCompletionSource<Payload>());
        using CancellationTokenRegistration registration = cancellationToken.Register(() =>
        {
            if (node.List is not null)
            {
                waiters.Remove(node);
                node.Value.SetCanceled(cancellationToken);
            }
        });
        return await node.Value.Task;
    }
}
