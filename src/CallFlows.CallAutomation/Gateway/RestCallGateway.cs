using Azure;
using Azure.Core;
using CallFlows.Actions;
using CallFlows.CallAutomation.Gateway.Requests;
using CallFlows.CallAutomation.Mapping;
using CallFlows.Protocol.Callbacks;
using CallFlows.Protocol.Rest;

namespace CallFlows.CallAutomation.Gateway;

/// <summary>Executes call actions over the REST API of Call Automation.</summary>
public sealed class RestCallGateway : ICallGateway
{
    // Far above any real answer: a call has at most 350 participants.
    private const int MaxAnswerBytes = 1 << 20;
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
        _requests = new WireRequestFactory(callbacks, options);
    }

    /// <inheritdoc/>
    public async Task<CallActionResult> ExecuteAsync(CallActionRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        WireRequest wire = _requests.Create(request);
        using HttpMessage message = _pipeline.CreateMessage(wire, request);
        Answer answer = await SendAsync(request.Action, message, cancellationToken).ConfigureAwait(false);
        if (answer.Status is >= 200 and < 300)
        {
            return request.Action is GetParticipants
                ? await ReadParticipantsAsync(request.Action, answer, cancellationToken).ConfigureAwait(false)
                : CallAnswers.Result(request.Action, answer.Status, answer.Body.Span);
        }

        CallActionException error = CallErrors.FromAnswer(request.Action, answer.Status, answer.ReasonPhrase, answer.Body.Span);
        bool hadEnded = request.Action is HangUpCall or StopRecording && error is { Status: 404, SubCode: SubCodes.NotFound };
        return hadEnded ? new ActionAccepted() : throw DeliveryDoubt.Note(request.Action, error, DeliveryDoubt.IsLeftBy(answer.Status));
    }

    private async Task<ParticipantsResult> ReadParticipantsAsync(CallAction action, Answer first, CancellationToken cancellationToken)
    {
        List<CallParticipant> participants = [];
        Answer answer = first;
        for (int page = 1; ; page++)
        {
            GetParticipantsResponse model = CallAnswers.Read<GetParticipantsResponse>(action, answer.Status, answer.Body.Span);
            participants.AddRange(model.Value.ToParticipants());
            if (string.IsNullOrEmpty(model.NextLink))
                return new(participants);
            if (page == MaxPages)
                throw CallErrors.UnusableAnswer(action, answer.Status, $"it has more than {MaxPages} pages.");

            using HttpMessage message = _pipeline.CreateNextPageMessage(model.NextLink)
                ?? throw CallErrors.UnusableAnswer(action, answer.Status, "its nextLink leads away from the resource.");
            answer = await SendAsync(action, message, cancellationToken).ConfigureAwait(false);
            if (answer.Status is < 200 or >= 300)
                throw CallErrors.FromAnswer(action, answer.Status, answer.ReasonPhrase, answer.Body.Span);
        }
    }

    private async Task<Answer> SendAsync(CallAction action, HttpMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await _pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
            Response response = message.Response;
            ReadOnlyMemory<byte>? body = response.ContentStream is { } stream
                ? await BoundedReader.ReadAsync(stream, MaxAnswerBytes, cancellationToken).ConfigureAwait(false)
                : ReadOnlyMemory<byte>.Empty;
            return new(response.Status, response.ReasonPhrase,
                body ?? throw CallErrors.UnusableAnswer(action, response.Status, $"it is longer than {MaxAnswerBytes} bytes."));
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested && TransportProblem.Is(problem))
        {
            throw DeliveryDoubt.Note(action, CallErrors.Unreachable(action, problem), DeliveryDoubt.IsLeftBy(problem));
        }
    }

    private readonly record struct Answer(int Status, string ReasonPhrase, ReadOnlyMemory<byte> Body);
}
