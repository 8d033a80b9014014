using CallFlows.Durable;
using Microsoft.DurableTask;

namespace CallFlows.Functions.Durable;

/// <summary>
/// Hands out external events in order. Durable Functions serves the latest wait first, and a cancelled wait of its takes an event with it; so there
/// is one wait for each name at most, which is never cancelled, and replaced only when it has completed.
/// </summary>
internal sealed class ExternalEvents(TaskOrchestrationContext context)
{
    // Names differ in case only where they are typed by people; Durable Functions takes them as equal.
    private readonly Dictionary<string, Line> _lines = new(StringComparer.OrdinalIgnoreCase);

    public Task<Payload> WaitAsync(string name, CancellationToken cancellationToken)
    {
        if (!_lines.TryGetValue(name, out Line? line))
        {
            _lines.Add(name, line = new Line(context, name));
        }

        return line.WaitAsync(cancellationToken);
    }

    /// <summary>Gives back what was received for waits that were cancelled, so that the next execution gets it.</summary>
    public void HandOn()
    {
        foreach ((string name, Line line) in _lines)
        {
            foreach (Payload data in line.TakeKept())
            {
                context.SendEvent(context.InstanceId, name, data);
            }
        }
    }

    private sealed class Line(TaskOrchestrationContext context, string name)
    {
        private readonly LinkedList<Waiter> _waiters = [];
        private readonly Queue<Payload> _kept = new();
        private bool _listens;

        public Task<Payload> WaitAsync(CancellationToken cancellationToken)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                return Task.FromCanceled<Payload>(cancellationToken);
            }

            if (_kept.TryDequeue(out Payload data))
            {
                return Task.FromResult(data);
            }

            Waiter waiter = new();
            LinkedListNode<Waiter> place = _waiters.AddLast(waiter);
            waiter.Cancellation = cancellationToken.Register(() =>
            {
                if (place.List is not null)
                {
                    _waiters.Remove(place);
                    waiter.TrySetCanceled(cancellationToken);
                }
            });
            if (!_listens)
            {
                _ = ListenAsync();
            }

            return waiter.Task;
        }

        public IEnumerable<Payload> TakeKept()
        {
            while (_kept.TryDequeue(out Payload data))
            {
                yield return data;
            }
        }

        private async Task ListenAsync()
        {
            _listens = true;
            try
            {
                while (_waiters.Count > 0)
                {
                    Payload data = await context.WaitForExternalEvent<Payload>(name);
                    if (Next() is { } waiter)
                    {
                        waiter.SetResult(data);
                    }
                    else
                    {
                        _kept.Enqueue(data);
                    }
                }
            }
            catch (Exception problem)
            {
                // Whoever waits learns of it, as from a wait of their own.
                while (Next() is { } waiter)
                {
                    waiter.SetException(problem);
                }
            }
            finally
            {
                _listens = false;
            }
        }

        private Waiter? Next()
        {
            if (_waiters.First is not { } first)
            {
                return null;
            }

            _waiters.RemoveFirst();
            first.Value.Cancellation.Dispose();
            return first.Value;
        }

        private sealed class Waiter : TaskCompletionSource<Payload>
        {
            /// <summary>Given up with the wait: a token that lives as long as its call doesn't keep every wait there was.</summary>
            public CancellationTokenRegistration Cancellation { get; set; }
        }
    }
}
