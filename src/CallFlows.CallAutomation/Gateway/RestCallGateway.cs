using Azure.Core;
using CallFlows.Actions;
using CallFlows.CallAutomation.Gateway.Requests;

namespace CallFlows.CallAutomation.Gateway;

/// <summary>Executes call actions over the REST API of Call Automation.</summary>
public sealed class RestCallGateway : ICallGateway
{
    private const int MaxPages = 50;
    private readonly CallPipeline _pipeline;
    private readonly WireRequestFactory _requests;

    /// <summary>Makes a gateway to one communication resource.</summary>
    /// <param name="options">How to reach the resource.</param>
    /// <param name="callbacks">Where the service reports to.</param>
    /// <param name="httpClient">Sends the requests; its own timeout must be longer than <see cref="CallGatewayOptions.NetworkTimeout"/>.</param>
    /// <param name="time">Dates the signatures.</param>
    /// <exception cref="CallAutomationOptionsException">A setting can't be used.</exception>
    public RestCallGateway(CallGatewayOptions options, ICallbackAddresses callbacks, HttpClient httpClient, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(callbacks);
        ArgumentNullException.ThrowIfNull(httpClient);
        ArgumentNullException.ThrowIfNull(time);
        options.Validate();
        _pipeline = new CallPipeline(options, httpClient, time);
        _requests = new WireRequestFactory(new ActionAddresses(callbacks, options));
    }

    /// <inheritdoc/>
    public async Task<CallActionResult> ExecuteAsync(CallActionRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        WireRequest wire = _requests.Create(request);
        using HttpMessage message = _pipeline.CreateMessage(wire, request);
        GatewayAnswer answer = await SendAsync(request.Action, message, cancellationToken).ConfigureAwait(false);
        return request.Action is GetParticipants get
            ? await ReadParticipantsAsync(get, answer, cancellationToken).ConfigureAwait(false)
            : answer.ResultOf(request.Action);
    }

    private async Task<ParticipantsResult> ReadParticipantsAsync(GetParticipants action, GatewayAnswer first, CancellationToken cancellationToken)
    {
        List<CallParticipant> participants = [];
        GatewayAnswer answer = first;
        for (int page = 1; ; page++)
        {
            (IReadOnlyList<CallParticipant> some, string? nextLink) = answer.ParticipantsOf(action);
            participants.AddRange(some);
            if (nextLink is null)
                return new(participants);
            if (page == MaxPages)
                throw CallErrors.UnusableAnswer(action, answer.Status, $"it has more than {MaxPages} pages.");

            using HttpMessage message = _pipeline.CreateNextPageMessage(nextLink, action)
                ?? throw CallErrors.UnusableAnswer(action, answer.Status, "its nextLink leads away from the resource.");
            answer = await SendAsync(action, message, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<GatewayAnswer> SendAsync(CallAction action, HttpMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await _pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
            return await GatewayAnswer.ReadAsync(action, message.Response, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested && TransportProblem.Is(problem))
        {
            throw TransportProblem.ErrorOf(action, problem);
        }
    }
}
