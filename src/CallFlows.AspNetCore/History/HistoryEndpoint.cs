using CallFlows.AspNetCore.Management;
using CallFlows.Durable;
using CallFlows.Engine;
using Microsoft.AspNetCore.Http;

namespace CallFlows.AspNetCore.History;

/// <summary>Shows what has happened to a flow, event by event.</summary>
/// <param name="instances">Finds the flow.</param>
/// <param name="engine">Whose histories are shown; null when the application brings an engine of its own.</param>
internal sealed class HistoryEndpoint(InstanceEndpoints instances, OrchestrationEngine? engine = null)
{
    private const string PageSize = "pageSize";
    private const string PayloadBytes = "payloadBytes";

    private const int DefaultPageSize = 200;
    private const int DefaultPayloadBytes = 2048;
    private const int MaxPayloadBytes = 64 * 1024;

    public async Task HandleAsync(ManagementRequest request)
    {
        request.Query.AllowOnly(PayloadBytes, PageSize, ManagementQuery.ContinuationToken);
        int payloadBytes = request.Query.Number(PayloadBytes, 0, MaxPayloadBytes) ?? DefaultPayloadBytes;
        int pageSize = request.Query.Number(PageSize, 1, InstanceSearch.MaxPageSize) ?? DefaultPageSize;
        int skipped = request.Query.Number(ManagementQuery.ContinuationToken, 0, int.MaxValue) ?? 0;
        if (engine is null)
        {
            throw new BadRequestException(StatusCodes.Status501NotImplemented, "The application's engine shows no histories here; use its own tools.");
        }

        OrchestrationState state = await instances.FindAsync(request).ConfigureAwait(false);
        IReadOnlyList<HistoryEvent> events = await engine.GetHistoryAsync(state.InstanceId, request.Aborted).ConfigureAwait(false)
            ?? throw BadRequestException.NoInstance(state.InstanceId);
        PayloadWindow payloads = new(payloadBytes, request.SeesNumbers);
        IEnumerable<HistoryEventView> shown = events.Skip(skipped).Take(pageSize)
            .Select((happened, index) => HistoryEventView.From(happened, skipped + index + 1, payloads));
        int end = skipped + pageSize;
        await request.AnswerAsync(new HistoryPage(state.InstanceId, state.Name, [.. shown], end < events.Count ? $"{end}" : null)).ConfigureAwait(false);
    }
}
