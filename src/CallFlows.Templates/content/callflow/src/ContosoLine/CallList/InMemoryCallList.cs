using CallFlows.Endpoints;

namespace ContosoLine.CallList;

/// <summary>A list that is empty again after a restart. Replace it by a system of yours.</summary>
public sealed class InMemoryCallList : ICallList
{
    private readonly Lock _lock = new();
    private readonly List<(string RequestId, CallEndpoint Caller)> _entries = [];

    /// <summary>Whom to call back, in order.</summary>
    public IReadOnlyList<CallEndpoint> Callers
    {
        get
        {
            lock (_lock)
            {
                return [.. _entries.Select(entry => entry.Caller)];
            }
        }
    }

    /// <inheritdoc/>
    public Task<int> AddAsync(string requestId, CallEndpoint caller, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            int index = _entries.FindIndex(entry => entry.RequestId == requestId);
            if (index < 0)
            {
                index = _entries.Count;
                _entries.Add((requestId, caller));
            }

            return Task.FromResult(index + 1);
        }
    }
}
