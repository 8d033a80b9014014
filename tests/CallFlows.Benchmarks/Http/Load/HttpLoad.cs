using CallFlows.Benchmarks.Http.Feed;
using CallFlows.Benchmarks.Measuring;
using CallFlows.Benchmarks.Workload;

namespace CallFlows.Benchmarks.Http.Load;

/// <summary>Puts a service under load from this process.</summary>
internal sealed class HttpLoad : IDisposable
{
    // No more than the requests need, which is what a service has: what the load generator uses is missing to what it measures.
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler
    {
        ActivityHeadersPropagator = null,
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
    });

    private readonly ICallTarget _target;
    private readonly ActionListener _actions;
    private readonly HttpCaller[] _callers;

    /// <param name="target">The service.</param>
    /// <param name="actions">Where its actions are heard of.</param>
    /// <param name="callers">How many callers there are at once.</param>
    /// <param name="firstCaller">The number of the first, so that no two loads on one service use the same ids.</param>
    public HttpLoad(ICallTarget target, ActionListener actions, int callers, int firstCaller)
    {
        _target = target;
        _actions = actions;
        _callers = [.. Enumerable.Range(firstCaller, callers).Select(number => new HttpCaller(new CallIds(number)))];
        actions.Heard = report => _callers[CallIds.CallerOf(report.CallId) - firstCaller].Acted(report);
    }

    /// <exception cref="HttpRequestException">The service refused something.</exception>
    /// <exception cref="FormatException">An action could not be understood.</exception>
    public async Task<HttpLoadResult> RunAsync(CallQuota quota)
    {
        Meter meter = new();
        Task<long[]> calls = Task.WhenAll(_callers.Select(caller => Task.Run(() => caller.RunAsync(_http, _target, quota))));
        if (await Task.WhenAny(calls, _actions.Listening) == _actions.Listening)
        {
            await _actions.Listening;
            throw new InvalidOperationException("The service under load has gone; what it wrote above says why.");
        }

        long held = (await calls).Sum();
        Usage usage = meter.Read();
        LatencyHistogram acknowledgement = new();
        LatencyHistogram nextAction = new();
        foreach (HttpCaller caller in _callers)
        {
            acknowledgement.Add(caller.ToAcknowledgement);
            nextAction.Add(caller.ToNextAction);
        }

        return new HttpLoadResult(held, usage, acknowledgement, nextAction);
    }

    public void Dispose() => _http.Dispose();
}
