using System.Diagnostics;
using System.Text;
using CallFlows.Benchmarks.Http.Feed;
using CallFlows.Benchmarks.Measuring;
using CallFlows.Benchmarks.Workload;

namespace CallFlows.Benchmarks.Http.Load;

/// <summary>One caller of a closed loop over HTTP: starts a call, ends each of its actions by a callback, starts the next call.</summary>
internal sealed class HttpCaller(CallIds calls)
{
    private readonly Signal<ActionReport> _acted = new();

    /// <summary>From just before a callback is posted to its 2xx.</summary>
    public LatencyHistogram ToAcknowledgement { get; } = new();

    /// <summary>From just before a callback is posted to the action that follows.</summary>
    public LatencyHistogram ToNextAction { get; } = new();

    public void Acted(ActionReport action) => _acted.Set(action);

    /// <summary>Holds calls for as long as the quota lasts; says how many.</summary>
    public async Task<long> RunAsync(HttpMessageInvoker http, ICallTarget target, CallQuota quota)
    {
        long held = 0;
        for (; quota.TryTake(); held++)
        {
            await RunCallAsync(http, target, calls.Next());
        }

        return held;
    }

    private async Task RunCallAsync(HttpMessageInvoker http, ICallTarget target, string callId)
    {
        ValueTask<ActionReport> acted = _acted.Arm();
        await PostAsync(http, target.Start(callId));
        ActionReport first = await acted;
        ActionReport action = first;
        for (int round = 0; round < CallWorkload.ShortCallRounds; round++)
        {
            HttpRequestMessage callback = target.Callback(first, action, round);
            acted = _acted.Arm();
            long posted = Stopwatch.GetTimestamp();
            await PostAsync(http, callback);
            ToAcknowledgement.Record(posted, Stopwatch.GetTimestamp());
            if (round < CallWorkload.ShortCallRounds - 1)
            {
                action = await acted;
                ToNextAction.Record(posted, action.At);
            }
        }
    }

    private static async Task PostAsync(HttpMessageInvoker http, HttpRequestMessage request)
    {
        using (request)
        {
            using HttpResponseMessage response = await http.SendAsync(request, CancellationToken.None);
            byte[] answer = await response.Content.ReadAsByteArrayAsync();
            if (!response.IsSuccessStatusCode)
            {
                throw new HttpRequestException(
                    $"{request.RequestUri!.AbsolutePath} answered {(int)response.StatusCode}: {Encoding.UTF8.GetString(answer)}");
            }
        }
    }
}
