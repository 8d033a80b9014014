using System.Net;
using System.Net.Http.Headers;
using CallFlows.Emulator.Faults;
using CallFlows.Emulator.Hosting;
using CallFlows.Emulator.Switchboard;
using CallFlows.Protocol;
using CallFlows.Protocol.Callbacks;

namespace CallFlows.Emulator.Callbacks;

/// <summary>Delivers callbacks: those of one connection in order, one at a time; those of different connections side by side.</summary>
internal sealed partial class CallbackSender(
    EmulatorOptions options, HttpClient http, WorkTracker work, TimeProvider time, TokenSigner tokens, EmulatorAddress address,
    FaultSource faults, DeliveryLog deliveries, ILogger<CallbackSender> logger) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, CallbackLane> _lanes = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>Sends a callback after those that wait in its lane. Its subject is asked for only when a fault rule may hit it.</summary>
    public void Send(string lane, string callbackUri, CallbackEvent callback, Func<FaultSubject> subject)
    {
        CallbackFault fault = CallbackFault.Of(faults.Strike(FaultPhase.Callback, subject));
        if (fault.IsDropped)
        {
            Log.Dropped(logger, callback.Type!);
            return;
        }

        CallbackDelivery delivery = new(callbackUri, lane, callback.Id!, callback.Type!, ProtocolJson.Write<CallbackEvent[]>([callback]), fault);
        lock (_gate)
        {
            if (_lanes.TryGetValue(lane, out CallbackLane? known))
            {
                known.Add(delivery);
                return;
            }

            CallbackLane added = new();
            added.Add(delivery);
            _lanes.Add(lane, added);
        }

        (HeldWork held, IdleWait? onItsWay) = HeldWork.After(work, time, options.Callbacks.TravelTime, _stopping.Token);
        _ = Task.Run(() => RunLaneAsync(lane, held, onItsWay));
    }

    public void Dispose() => _stopping.Cancel();

    // The lane holds the work, not its events: those that wait behind a retry are no work in flight.
    private async Task RunLaneAsync(string lane, HeldWork held, IdleWait? onItsWay)
    {
        using HeldWork work = held;
        if (onItsWay is not null)
            await work.PauseAsync(onItsWay);
        for (bool isFirst = true; await TakeAsync(lane, work) is { } delivery; isFirst = false)
        {
            try
            {
                if (!isFirst)
                    await work.PauseAsync(options.Callbacks.TravelTime, _stopping.Token);
                await work.PauseAsync(faults.CallbackDelay() + delivery.Fault.Delay, _stopping.Token);
                int times = 1 + delivery.Fault.Repeats + (faults.RepeatsCallback() ? 1 : 0);
                for (int i = 0; i < times; i++)
                    await DeliverAsync(delivery, work);
            }
            catch (Exception exception)
            {
                // Nobody awaits a lane; the events behind this one must still go out.
                Log.Failed(logger, delivery.Type, exception);
            }
        }
    }

    private async Task<CallbackDelivery?> TakeAsync(string lane, HeldWork held)
    {
        CallbackLane waiting;
        IdleWait wait;
        lock (_gate)
        {
            waiting = _lanes[lane];
            if (waiting.TryTake(out CallbackDelivery? delivery))
                return delivery;
            if (waiting.IsEmpty)
            {
                _lanes.Remove(lane);
                return null;
            }

            wait = waiting.WaitForNext(work, time, _stopping.Token);
        }

        await held.PauseAsync(wait);
        lock (_gate)
        {
            waiting.EndWait();
            return waiting.TryTake(out CallbackDelivery? delivery) ? delivery : null;
        }
    }

    private async Task DeliverAsync(CallbackDelivery delivery, HeldWork held)
    {
        TimeSpan delay = options.Callbacks.FirstRetryDelay < options.Callbacks.LongestRetryDelay
            ? options.Callbacks.FirstRetryDelay : options.Callbacks.LongestRetryDelay;
        for (int attempt = 1; !_stopping.IsCancellationRequested; attempt++)
        {
            string? problem = await TryPostAsync(delivery);
            if (problem is null)
                break;
            if (attempt >= options.Callbacks.MaxAttempts)
            {
                Log.GaveUp(logger, delivery.Type, attempt, problem);
                break;
            }

            Log.WillRetry(logger, delivery.Type, attempt, problem, delay);
            await held.PauseAsync(delay, _stopping.Token);
            delay = delay * 2 < options.Callbacks.LongestRetryDelay ? delay * 2 : options.Callbacks.LongestRetryDelay;
        }
    }

    /// <returns>Null when delivered, or refused for good; otherwise why another attempt makes sense.</returns>
    private async Task<string?> TryPostAsync(CallbackDelivery delivery)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
        limit.CancelAfter(options.Callbacks.Timeout);
        try
        {
            using HttpRequestMessage request = new(HttpMethod.Post, delivery.Uri) { Content = new ByteArrayContent(delivery.Body) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens.Sign(address.Issuer));
            using HttpResponseMessage response = await http.SendAsync(request, limit.Token);
            if (response.IsSuccessStatusCode)
            {
                deliveries.Add(delivery.EventId, delivery.Type, delivery.Lane, request.RequestUri!, (int)response.StatusCode);
                return null;
            }

            bool again = response.StatusCode >= HttpStatusCode.InternalServerError
                || response.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests;
            if (again)
                return $"HTTP {(int)response.StatusCode}";
            Log.Refused(logger, delivery.Type, (int)response.StatusCode);
            return null;
        }
        catch (HttpRequestException exception)
        {
            return exception.Message;
        }
        catch (OperationCanceledException)
        {
            return $"no answer within {options.Callbacks.Timeout}";
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Callback {Type}: attempt {Attempt} failed ({Problem}); next one in {Delay}.")]
        public static partial void WillRetry(ILogger logger, string type, int attempt, string problem, TimeSpan delay);

        [LoggerMessage(2, LogLevel.Error, "Callback {Type} is lost: {Attempts} attempts failed, the last one with {Problem}.")]
        public static partial void GaveUp(ILogger logger, string type, int attempts, string problem);

        [LoggerMessage(3, LogLevel.Error, "Callback {Type} is lost: the app refused it with HTTP {Status}, which is not tried again.")]
        public static partial void Refused(ILogger logger, string type, int status);

        [LoggerMessage(4, LogLevel.Error, "Callback {Type} is lost: sending it failed inside the emulator; please report it.")]
        public static partial void Failed(ILogger logger, string type, Exception exception);

        [LoggerMessage(5, LogLevel.Information, "Callback {Type} is dropped, as a fault rule asks.")]
        public static partial void Dropped(ILogger logger, string type);
    }
}
