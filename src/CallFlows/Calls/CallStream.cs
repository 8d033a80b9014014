using System.Runtime.CompilerServices;
using CallFlows.Calls.Transcripts;
using CallFlows.Events;
using CallFlows.Flows.Running;
using CallFlows.Flows.Running.Continuing;
using CallFlows.Streams;

namespace CallFlows.Calls;

/// <summary>
/// A stream of a call's sound, or of its transcription, to a web socket of the application, as the service last reported it. It ends with
/// the call.
/// </summary>
public sealed class CallStream
{
    private readonly string _what;
    private readonly CallSession _session;
    private readonly StepBoard _steps;
    private readonly ChangeSignal _changes = new();

    internal CallStream(string what, CallSession session, StepBoard steps, CarriedStream known)
    {
        _what = what;
        _session = session;
        _steps = steps;
        Status = known.Status;
        StatusDetails = known.StatusDetails;
        Result = known.Result;
    }

    /// <summary>Whether it runs.</summary>
    public StreamStatus Status { get; private set; }

    /// <summary>The service's word on it, such as <c>subscriptionStarted</c> or <c>streamConnectionInterrupted</c>; null before the first report.</summary>
    public string? StatusDetails { get; private set; }

    /// <summary>How the service rates the last report; null before.</summary>
    public ResultInformation? Result { get; private set; }

    /// <summary>
    /// Waits until the service reports a status; one that it has now needs no waiting. Beside other steps it tells when a stream has failed
    /// in the middle of a call.
    /// </summary>
    /// <param name="status">The status.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>The service's word on it.</returns>
    /// <exception cref="CallEndedException">The call is over.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<StreamReport> UntilAsync(
        StreamStatus status, CancellationToken cancellationToken = default, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        TaskCompletionSource cancelled = new();
        using CancellationTokenRegistration registration = cancellationToken.Register(() => cancelled.TrySetResult());
        using (_steps.Begin(Step.At($"{nameof(CallStream)}.{nameof(UntilAsync)}", file, line), _session.Number))
        {
            while (Status != status)
            {
                cancellationToken.ThrowIfCancellationRequested();
                _session.ThrowIfEnded();
                await Task.WhenAny(_changes.Next, _session.Ended, cancelled.Task);
            }

            return new StreamReport(true, StatusDetails, Result);
        }
    }

    /// <summary>What a next execution needs to know of it.</summary>
    internal CarriedStream Carry() => new(Status, StatusDetails, Result);

    /// <summary>Takes an event about it.</summary>
    internal void Take(CallStreamEvent report)
    {
        StreamStatus status = StatusOf(report);
        if (status != Status || status == StreamStatus.Failed)
        {
            string details = report.StatusDetails is null ? "" : $": {report.StatusDetails}";
            _session.Transcript.Service(TranscriptKind.Stream, $"{_what} {Verb(status)}{details}");
        }

        Status = status;
        StatusDetails = report.StatusDetails;
        Result = report.Result;
        _changes.Raise();
    }

    private static StreamStatus StatusOf(CallStreamEvent report) => report switch
    {
        MediaStreamingFailed or TranscriptionFailed => StreamStatus.Failed,
        MediaStreamingStopped or TranscriptionStopped => StreamStatus.Stopped,
        _ => StreamStatus.Active,
    };

    private static string Verb(StreamStatus status) => status switch
    {
        StreamStatus.Active => "runs",
        StreamStatus.Stopped => "stops",
        StreamStatus.Failed => "fails",
        _ => "waits",
    };
}
