using System.Diagnostics;
using Azure.Core.Pipeline;
using CallFlows.Actions;
using CallFlows.CallAutomation.Gateway;
using CallFlows.Functions.Gateway.Mapping;

namespace CallFlows.Functions.Gateway;

/// <summary>
/// Executes call actions with the official client, <c>Azure.Communication.CallAutomation</c>, as <see cref="RestCallGateway"/> does over
/// REST: the same repeatability headers, the same rule for what is sent twice, the same results and errors. Differences that the client
/// leaves no choice in:
/// <list type="bullet">
/// <item>It speaks the api-versions that it was made for; another one is refused when the gateway is made.</item>
/// <item>A text prompt without a voice's gender is sent as male, also when it names a voice.</item>
/// <item>Where a recognition leaves times to the service, the client sends its own: 2 seconds between keys, and for the end of speech half
/// a second, or 2 seconds where keys are taken too.</item>
/// <item>Its signatures are dated by the clock of the machine.</item>
/// </list>
/// What its stable version cannot send goes to another gateway: <see cref="SdkGaps"/>.
/// </summary>
internal sealed class SdkCallGateway : ICallGateway
{
    private readonly SdkActions _actions;
    private readonly ICallGateway _fallback;

    /// <summary>Makes a gateway to one communication resource.</summary>
    /// <param name="options">How to reach the resource; every setting is used.</param>
    /// <param name="callbacks">Where the service reports to.</param>
    /// <param name="httpClient">Sends the requests; its own timeout must be longer than <see cref="CallGatewayOptions.NetworkTimeout"/>.</param>
    /// <param name="fallback">Executes what the client cannot, at the same resource: a <see cref="RestCallGateway"/>.</param>
    /// <exception cref="CallAutomation.CallAutomationOptionsException">A setting can't be used, or the client lacks the api-version.</exception>
    public SdkCallGateway(CallGatewayOptions options, ICallbackAddresses callbacks, HttpClient httpClient, ICallGateway fallback)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(callbacks);
        ArgumentNullException.ThrowIfNull(httpClient);
        ArgumentNullException.ThrowIfNull(fallback);
        options.Validate();
        _actions = new SdkActions(new SdkClients(options, httpClient), new ActionAddresses(callbacks, options));
        _fallback = fallback;
    }

    /// <inheritdoc/>
    public async Task<CallActionResult> ExecuteAsync(CallActionRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (SdkGaps.Include(request.Action))
            return await _fallback.ExecuteAsync(request, cancellationToken).ConfigureAwait(false);

        GatewayAnswer answer = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (request.Action is not GetParticipants get)
            return answer.ResultOf(request.Action);
        ParticipantsPage page = answer.ParticipantsOf(get);
        // The client gives the first page only, and has no method for the next one. Reading twice does no harm.
        return page.NextLink is null
            ? new ParticipantsResult(page.Participants)
            : await _fallback.ExecuteAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private async Task<GatewayAnswer> SendAsync(CallActionRequest request, CancellationToken cancellationToken)
    {
        CallExchange exchange = new(request);
        using IDisposable scope = HttpPipeline.CreateHttpMessagePropertiesScope(exchange.Properties);
        try
        {
            await _actions.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (exchange.Answer is not null)
        {
            // The client throws for every status that isn't success, and for what it can't read. The answer itself says more, and is read
            // in the same way as the other gateway's.
            return exchange.Answer;
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested && TransportProblem.Is(problem))
        {
            throw TransportProblem.ErrorOf(request.Action, problem);
        }

        return exchange.Answer ?? throw new UnreachableException($"The official client sent nothing for {request.Action.Name}.");
    }
}
