using CallFlows.Durable;
using CallFlows.ServiceEvents;

namespace CallFlows.Flows.Addressing;

/// <summary>
/// Knows which flow an event of the service is for. Events of Event Grid name a recording or a call, never a flow. Each entry is an
/// orchestration that ends at once: its id is derived from the recording or the call, its output is the flow. So the book is as durable as
/// the flows, needs no store of its own, works on any engine, and is cleared by the same retention.
/// </summary>
internal sealed class AddressBook(IOrchestrationClient orchestrations)
{
    /// <summary>The orchestrator of the entries.</summary>
    public const string Entry = "CallFlows.Address";

    /// <summary>How many flows may be in one conversation: each side of a call of two apps has its own.</summary>
    private const int MaxFlowsOfACall = 16;

    public static Task<Payload> RunEntryAsync(OrchestrationContext context) => Task.FromResult(context.Input);

    /// <summary>Enters the flow that has begun a recording.</summary>
    public Task AddRecordingAsync(string recordingId, string instanceId, CancellationToken cancellationToken) =>
        orchestrations.StartIfAbsentAsync(
            Entry, OfRecording(recordingId), Payload.From(instanceId), cancellationToken: cancellationToken);

    /// <summary>Enters a flow that wants to hear about a call.</summary>
    /// <exception cref="InvalidOperationException">Too many flows want to.</exception>
    public async Task AddCallAsync(string serverCallId, string instanceId, CancellationToken cancellationToken)
    {
        for (int place = 0; place < MaxFlowsOfACall; place++)
        {
            string id = OfCall(serverCallId, place);
            bool added = await orchestrations
                .StartIfAbsentAsync(Entry, id, Payload.From(instanceId), cancellationToken: cancellationToken).ConfigureAwait(false);
            if (added || await FindAsync(id, cancellationToken).ConfigureAwait(false) == instanceId)
            {
                return;
            }
        }

        throw new InvalidOperationException($"{MaxFlowsOfACall} flows hear about this conversation already; no more can.");
    }

    /// <summary>The flows that an event is for.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(ServiceEvent serviceEvent, CancellationToken cancellationToken)
    {
        switch (serviceEvent)
        {
            case RecordingFileStatusUpdated files:
                return await FindAsync(OfRecording(files.RecordingId), cancellationToken).ConfigureAwait(false) is { } recorder ? [recorder] : [];
            case CallReport report:
                List<string> found = [];
                while (found.Count < MaxFlowsOfACall
                    && await FindAsync(OfCall(report.ServerCallId, found.Count), cancellationToken).ConfigureAwait(false) is { } listener)
                {
                    found.Add(listener);
                }

                return found;
            default:
                return [];
        }
    }

    private static string OfRecording(string recordingId) => DerivedId.Of("address-recording", recordingId);

    private static string OfCall(string serverCallId, int place) => $"{DerivedId.Of("address-call", serverCallId)}-{place}";

    // The input, not the output: it is there from the start.
    private async Task<string?> FindAsync(string id, CancellationToken cancellationToken) =>
        (await orchestrations.GetAsync(id, cancellationToken).ConfigureAwait(false))?.Input.To<string>();
}
