using System.Net.Mime;
using CallFlows.AspNetCore.Management;
using CallFlows.Durable;
using CallFlows.Endpoints;
using CallFlows.Engine;
using Microsoft.AspNetCore.Http;

namespace CallFlows.AspNetCore.History;

/// <summary>
/// Gives the history of a flow as a file without what is personal. It is redacted here, where the flow's code is: that must replay it once.
/// </summary>
/// <param name="instances">Finds the flow.</param>
/// <param name="engine">Whose histories are exported; null when the application brings an engine of its own.</param>
internal sealed class ExportEndpoint(InstanceEndpoints instances, OrchestrationEngine? engine = null) : IDisposable
{
    private const string Keep = "keep";

    private const int MaxKept = 100;

    /// <summary>Each takes a processor for as long as the flow's code is replayed, some times over where a value must be looked for.</summary>
    private const int AtOnce = 2;

    private readonly SemaphoreSlim _slots = new(AtOnce);

    public async Task HandleAsync(ManagementRequest request)
    {
        request.Query.AllowOnly(Keep);
        IReadOnlyList<string> kept = request.Query.All(Keep);
        if (kept.Count > MaxKept)
        {
            throw new BadRequestException(StatusCodes.Status400BadRequest, $"{Keep} is there {kept.Count} times; at most {MaxKept} values or payloads can be kept.");
        }

        if (engine is null)
        {
            throw new BadRequestException(StatusCodes.Status501NotImplemented, "The application's engine exports no histories.");
        }

        OrchestrationState state = await instances.FindAsync(request).ConfigureAwait(false);
        byte[] file = await ExportAsync(state.InstanceId, HistoryRedaction.Keeping(kept), request.Aborted).ConfigureAwait(false);
        await request.AnswerAsync(file, $"{MediaTypeNames.Application.Json}; charset=utf-8").ConfigureAwait(false);
    }

    public void Dispose() => _slots.Dispose();

    private async Task<byte[]> ExportAsync(string instanceId, HistoryRedaction redaction, CancellationToken cancellationToken)
    {
        await _slots.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            RecordedHistory history = await engine!.ExportAsync(instanceId, redaction, cancellationToken).ConfigureAwait(false)
                ?? throw BadRequestException.NoInstance(instanceId);
            return HistoryFile.Write(history);
        }
        catch (Exception problem) when (problem is HistoryExportException or HistoryFileException)
        {
            // It may say what the flow's code says of its values.
            throw new BadRequestException(StatusCodes.Status409Conflict, PhoneNumber.MaskIn(problem.Message), problem);
        }
        finally
        {
            _slots.Release();
        }
    }
}
