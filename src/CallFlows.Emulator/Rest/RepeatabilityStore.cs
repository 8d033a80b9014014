using CallFlows.Emulator.Hosting;

namespace CallFlows.Emulator.Rest;

/// <summary>
/// Remembers the first success of each repeatable request, so that its repetition has no second effect. A repetition that
/// comes while the first is being handled waits for it. Failures are forgotten: nothing took effect.
/// </summary>
internal sealed class RepeatabilityStore(EmulatorOptions options)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<RepeatabilityKey, Task<RestAnswer>> _answers = [];
    private readonly Queue<RepeatabilityKey> _order = new();

    public async Task<(RestAnswer Answer, bool Repeated)> OnceAsync(RepeatabilityKey key, Func<Task<RestAnswer>> handle)
    {
        TaskCompletionSource<RestAnswer> mine = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<RestAnswer>? first;
        lock (_gate)
        {
            if (!_answers.TryGetValue(key, out first))
                Remember(key, mine.Task);
        }

        if (first is not null)
        {
            RestAnswer before = await first;
            return (before.Replay is null ? before : await before.Replay(), true);
        }

        try
        {
            RestAnswer answer = await handle();
            mine.SetResult(answer);
            return (answer, false);
        }
        catch (Exception exception)
        {
            lock (_gate)
                _answers.Remove(key);
            mine.SetException(exception);
            // Observed here too, or nobody might.
            _ = mine.Task.Exception;
            throw;
        }
    }

    private void Remember(RepeatabilityKey key, Task<RestAnswer> answer)
    {
        while (_order.Count >= options.Limits.MaxRepeatabilityIds)
            _answers.Remove(_order.Dequeue());
        _answers.Add(key, answer);
        _order.Enqueue(key);
    }
}
