using Microsoft.Extensions.Logging;

namespace CallFlows.CallAutomation.Security;

/// <summary>Keeps an issuer's keys, and fetches them anew when they are old or a key is unknown, but never more often than allowed.</summary>
internal sealed partial class SigningKeyCache(
    SigningKeyFetcher fetcher, CallbackTokenOptions options, TimeProvider time, ILogger logger) : IDisposable
{
    private readonly SemaphoreSlim _oneFetch = new(1, 1);
    private State _state = new(null, null, null);

    /// <summary>The keys, with the wanted one among them if the issuer has it; null when there are none to be had.</summary>
    public async Task<SigningKeySet?> GetAsync(string keyId, CancellationToken cancellationToken)
    {
        State state = Volatile.Read(ref _state);
        if (!NeedsFetch(state, keyId))
            return state.Keys;

        await _oneFetch.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            state = _state;
            if (NeedsFetch(state, keyId))
            {
                state = await FetchAsync(state, cancellationToken).ConfigureAwait(false);
                Volatile.Write(ref _state, state);
            }

            return state.Keys;
        }
        finally
        {
            _oneFetch.Release();
        }
    }

    public void Dispose() => _oneFetch.Dispose();

    private bool NeedsFetch(State state, string keyId)
    {
        DateTimeOffset now = time.GetUtcNow();
        bool wanted = state.Keys is null || now - state.FetchedAt >= options.KeyLifetime || !state.Keys.Keys.ContainsKey(keyId);
        bool allowed = state.TriedAt is null || now - state.TriedAt >= options.MinRefreshInterval;
        return wanted && allowed;
    }

    private async Task<State> FetchAsync(State before, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        try
        {
            return new(await fetcher.FetchAsync(cancellationToken).ConfigureAwait(false), now, now);
        }
        catch (SigningKeysException problem)
        {
            // Old keys still tell good tokens from bad ones; without any, callers learn that there are none.
            Log.FetchFailed(logger, problem, before.Keys is not null);
            return before with { TriedAt = now };
        }
    }

    private sealed record State(SigningKeySet? Keys, DateTimeOffset? FetchedAt, DateTimeOffset? TriedAt);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The keys that sign callbacks could not be fetched. Older keys at hand: {HasOlderKeys}.")]
        public static partial void FetchFailed(ILogger logger, Exception problem, bool hasOlderKeys);
    }
}
