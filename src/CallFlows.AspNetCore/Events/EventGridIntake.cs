using CallFlows.AspNetCore.Bodies;
using CallFlows.CallAutomation.EventGrid;
using CallFlows.Flows;
using Microsoft.Extensions.Logging;

namespace CallFlows.AspNetCore.Events;

/// <summary>Hands the events of a delivery to those they are for.</summary>
internal sealed class EventGridIntake(EventGridParser parser, CallFlowClient flows, ILogger<EventGridIntake> logger)
{
    /// <summary>Reads a delivery and takes everything in it.</summary>
    /// <exception cref="EventGridFormatException">Nothing of it could be used.</exception>
    public async Task TakeAsync(ReadOnlyMemory<byte> delivery, CancellationToken cancellationToken)
    {
        IReadOnlyList<EventGridItem> items = parser.Parse(delivery);
        await TakeAsync(items, cancellationToken).ConfigureAwait(false);
        if (UselessReason(items) is { } reason)
        {
            throw new EventGridFormatException(reason);
        }
    }

    /// <summary>Takes events. When this returns, every call is in a flow's hands, and every report with those it is for.</summary>
    public Task TakeAsync(IReadOnlyList<EventGridItem> items, CancellationToken cancellationToken) =>
        // Side by side: a call at the end of a batch must not ring longer than the first.
        Task.WhenAll(items.Select(item => TakeAsync(item, cancellationToken)));

    /// <summary>Why nothing of a delivery could be used; null when something could.</summary>
    public static string? UselessReason(IReadOnlyList<EventGridItem> items) =>
        items.All(item => item is InvalidEventItem) ? ((InvalidEventItem)items[0]).Reason : null;

    private Task TakeAsync(EventGridItem item, CancellationToken cancellationToken)
    {
        switch (item)
        {
            case IncomingCallItem call:
                return flows.ReceiveAsync(call.Notification, cancellationToken);
            case ServiceEventItem report:
                return TakeAsync(report, cancellationToken);
            case InvalidEventItem invalid:
                EventGridLog.Invalid(logger, Shown(invalid.Envelope.Type), invalid.Envelope.Index, invalid.Reason);
                return Task.CompletedTask;
            default:
                EventGridLog.NotForFlows(logger, Shown(item.Envelope.Type));
                return Task.CompletedTask;
        }
    }

    private async Task TakeAsync(ServiceEventItem report, CancellationToken cancellationToken)
    {
        ServiceEventReceipt receipt = await flows.ReceiveAsync(report.Id, report.Event, cancellationToken).ConfigureAwait(false);
        EventGridLog.Taken(logger, report.Event.GetType().Name, receipt.Handlers, receipt.Flows.Count);
    }

    private static string Shown(string? type) => type is null ? "unknown" : RouteIds.ForLog(type);
}
