using System.Globalization;
using CallFlows.AspNetCore.Bodies;
using CallFlows.CallAutomation.Callbacks;
using CallFlows.CallAutomation.Security;
using CallFlows.Durable;
using CallFlows.Engine;
using CallFlows.Flows;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CallFlows.AspNetCore.Callbacks;

/// <summary>
/// Takes the service's callbacks. It answers 200 once everything is durable; what could not be stored is answered 503, so that the service
/// sends it again. A refused callback changes nothing and is logged once.
/// </summary>
internal sealed class CallbackEndpoint(
    CallbackSecret secret,
    CallbackTokenValidator tokens,
    CallbackParser parser,
    CallbackSieve sieve,
    CallFlowClient flows,
    ILogger<CallbackEndpoint> logger)
{
    /// <summary>Longest body, in bytes. The longest real one, a list of 350 participants, takes about 100 KiB.</summary>
    public const int MaxBodyBytes = 256 * 1024;

    public async Task HandleAsync(HttpContext context)
    {
        string instanceId = RouteIds.Of(context, RouteIds.Instance);

        // The secret first: it costs no look at the issuer's keys.
        if (!secret.IsValid(instanceId, context.Request.Query[CallbackAddresses.SecretParameter]))
        {
            CallbackLog.WrongSecret(logger, RouteIds.ForLog(instanceId));
            await Answers.RefuseAsync(context, StatusCodes.Status401Unauthorized, "The secret is missing or wrong.").ConfigureAwait(false);
            return;
        }

        if (!await HasGoodTokenAsync(context, instanceId).ConfigureAwait(false))
        {
            return;
        }

        if (await ReadAsync(context, instanceId).ConfigureAwait(false) is { } callbacks)
        {
            await StoreAsync(context, instanceId, callbacks).ConfigureAwait(false);
        }
    }

    private async Task<bool> HasGoodTokenAsync(HttpContext context, string instanceId)
    {
        CallbackTokenResult token = await tokens.ValidateAsync(context.Request.Headers.Authorization, context.RequestAborted).ConfigureAwait(false);
        switch (token.Verdict)
        {
            case CallbackTokenVerdict.Valid:
                return true;
            case CallbackTokenVerdict.KeysUnavailable:
                // Nothing is known about the token, so it must not be lost.
                CallbackLog.TokenUnchecked(logger, instanceId, token.Reason);
                await Answers.TryAgainAsync(context, "The token can't be checked now.").ConfigureAwait(false);
                return false;
            default:
                CallbackLog.WrongToken(logger, instanceId, token.Verdict, token.Reason);
                context.Response.Headers.WWWAuthenticate = "Bearer";
                await Answers.RefuseAsync(context, StatusCodes.Status401Unauthorized, token.Reason).ConfigureAwait(false);
                return false;
        }
    }

    private async Task<IReadOnlyList<ReceivedCallback>?> ReadAsync(HttpContext context, string instanceId)
    {
        using BoundedBody? body = await BoundedBody.ReadAsync(context.Request, MaxBodyBytes, context.RequestAborted).ConfigureAwait(false);
        if (body is null)
        {
            CallbackLog.TooLong(logger, instanceId, MaxBodyBytes);
            await Answers.RefuseAsync(context, StatusCodes.Status413PayloadTooLarge, $"A callback has at most {MaxBodyBytes} bytes.").ConfigureAwait(false);
            return null;
        }

        try
        {
            IReadOnlyList<ReceivedCallback> callbacks = parser.Parse(body.Bytes);
            return callbacks.All(callback => callback.Id.Length <= RouteIds.MaxLength)
                ? callbacks
                : throw new CallbackFormatException("id", $"a CloudEvent's id has at most {RouteIds.MaxLength} characters.");
        }
        catch (CallbackFormatException problem)
        {
            CallbackLog.Unreadable(logger, instanceId, problem.Message);
            await Answers.RefuseAsync(context, StatusCodes.Status400BadRequest, problem.Message).ConfigureAwait(false);
            return null;
        }
    }

    /// <summary>What the flow has use for, as its callback address says; null for everything.</summary>
    private static CallEventInterest? InterestOf(HttpContext context) =>
        int.TryParse(context.Request.Query[CallbackAddresses.InterestParameter], NumberStyles.None, CultureInfo.InvariantCulture, out int interest)
            ? (CallEventInterest)interest
            : null;

    private async Task StoreAsync(HttpContext context, string instanceId, IReadOnlyList<ReceivedCallback> callbacks)
    {
        CallEventInterest? interest = InterestOf(context);
        try
        {
            // In order, as the flow must see them.
            foreach (ReceivedCallback callback in callbacks)
            {
                if (interest is { } declared && !sieve.Lets(callback.Event, declared))
                {
                    CallbackLog.NotNeeded(logger, instanceId, callback.Event.GetType().Name);
                    continue;
                }

                RaiseEventResult result = await flows
                    .ReceiveAsync(instanceId, callback.Id, callback.Event, context.RequestAborted).ConfigureAwait(false);
                if (result == RaiseEventResult.NotFound)
                {
                    CallbackLog.UnknownInstance(logger, instanceId);
                    await Answers.RefuseAsync(context, StatusCodes.Status404NotFound, "There is no such flow instance.").ConfigureAwait(false);
                    return;
                }

                CallbackLog.Taken(logger, instanceId, callback.Event.GetType().Name, result);
                if (interest is not null)
                {
                    sieve.Note(callback.Event);
                }
            }
        }
        catch (PayloadTooLargeException problem)
        {
            CallbackLog.TooLargeForEngine(logger, instanceId, problem.Message);
            await Answers.RefuseAsync(context, StatusCodes.Status413PayloadTooLarge, problem.Message).ConfigureAwait(false);
        }
        catch (EngineBusyException problem)
        {
            CallbackLog.Busy(logger, instanceId, problem.Message);
            await Answers.TryAgainAsync(context, problem.Message).ConfigureAwait(false);
        }
        catch (Exception problem) when (!context.RequestAborted.IsCancellationRequested)
        {
            CallbackLog.NotStored(logger, problem, instanceId);
            await Answers.TryAgainAsync(context, "The callback could not be stored.").ConfigureAwait(false);
        }
    }
}
