using CallFlows.AspNetCore.Access;
using CallFlows.AspNetCore.Bodies;
using CallFlows.CallAutomation.EventGrid;
using CallFlows.Engine;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CallFlows.AspNetCore.Events;

/// <summary>
/// Takes Event Grid deliveries in both schemas. It answers 200 once every call in it is in a flow's hands, and every report with those it is for; what could not be stored is
/// answered 503, so that Event Grid sends it again.
/// </summary>
internal sealed class EventGridEndpoint(
    AccessRules access, EventGridParser parser, EventGridIntake intake, ILogger<EventGridEndpoint> logger)
{
    public async Task HandleAsync(HttpContext context)
    {
        if (access.Events.Check(context.Request) == AccessLevel.Refused)
        {
            EventGridLog.Refused(logger, access.Events.Refusal);
            await Answers.RefuseAsync(context, StatusCodes.Status401Unauthorized, access.Events.Refusal).ConfigureAwait(false);
            return;
        }

        if (await ReadAsync(context).ConfigureAwait(false) is not { } items)
        {
            return;
        }

        if (items.OfType<SubscriptionValidationItem>().FirstOrDefault() is { } validation)
        {
            EventGridLog.Validated(logger);
            await context.Response.WriteAsJsonAsync(validation.Response, context.RequestAborted).ConfigureAwait(false);
            return;
        }

        await TakeAsync(context, items).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<EventGridItem>?> ReadAsync(HttpContext context)
    {
        using BoundedBody? body = await BoundedBody
            .ReadAsync(context.Request, EventGridParser.MaxBytes, context.RequestAborted).ConfigureAwait(false);
        if (body is null)
        {
            EventGridLog.TooLong(logger, EventGridParser.MaxBytes);
            await Answers.RefuseAsync(context, StatusCodes.Status413PayloadTooLarge, $"A delivery has at most {EventGridParser.MaxBytes} bytes.").ConfigureAwait(false);
            return null;
        }

        try
        {
            return parser.Parse(body.Bytes);
        }
        catch (EventGridFormatException problem)
        {
            EventGridLog.Unreadable(logger, problem.Message);
            await Answers.RefuseAsync(context, StatusCodes.Status400BadRequest, problem.Message).ConfigureAwait(false);
            return null;
        }
    }

    private async Task TakeAsync(HttpContext context, IReadOnlyList<EventGridItem> items)
    {
        try
        {
            await intake.TakeAsync(items, context.RequestAborted).ConfigureAwait(false);
        }
        catch (PayloadTooLargeException problem)
        {
            EventGridLog.TooLargeForEngine(logger, problem.Message);
            await Answers.RefuseAsync(context, StatusCodes.Status413PayloadTooLarge, problem.Message).ConfigureAwait(false);
            return;
        }
        catch (EngineBusyException problem)
        {
            EventGridLog.Busy(logger, problem.Message);
            await Answers.TryAgainAsync(context, problem.Message).ConfigureAwait(false);
            return;
        }
        catch (Exception problem) when (!context.RequestAborted.IsCancellationRequested)
        {
            EventGridLog.NotStored(logger, problem);
            await Answers.TryAgainAsync(context, "The call could not be stored.").ConfigureAwait(false);
            return;
        }

        // A 400 makes Event Grid set the whole delivery aside, which is right only when nothing of it could be used.
        if (EventGridIntake.UselessReason(items) is { } reason)
        {
            await Answers.RefuseAsync(context, StatusCodes.Status400BadRequest, reason).ConfigureAwait(false);
        }
    }
}
