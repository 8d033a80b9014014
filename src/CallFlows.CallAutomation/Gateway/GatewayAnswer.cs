using Azure;
using CallFlows.Actions;
using CallFlows.CallAutomation.Mapping;
using CallFlows.Protocol.Callbacks;
using CallFlows.Protocol.Rest;

namespace CallFlows.CallAutomation.Gateway;

/// <summary>What the service answered to an action, whichever client has sent it.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ReasonPhrase">The status in words; may be empty.</param>
/// <param name="Body">The body; empty for none.</param>
public sealed record GatewayAnswer(int Status, string ReasonPhrase, ReadOnlyMemory<byte> Body)
{
    // Far above any real answer: a call has at most 350 participants.
    private const int MaxBytes = 1 << 20;

    private bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>Reads an answer whose body is still on its way, at most 1,048,576 bytes of it.</summary>
    /// <param name="action">What was sent.</param>
    /// <param name="response">The answer; it is not disposed.</param>
    /// <param name="cancellationToken">Gives up reading.</param>
    /// <exception cref="CallActionException">The body is longer.</exception>
    public static async Task<GatewayAnswer> ReadAsync(CallAction action, Response response, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(response);
        ReadOnlyMemory<byte>? body = response.ContentStream is { } stream
            ? await BoundedReader.ReadAsync(stream, MaxBytes, cancellationToken).ConfigureAwait(false)
            : ReadOnlyMemory<byte>.Empty;
        return new(response.Status, response.ReasonPhrase,
            body ?? throw CallErrors.UnusableAnswer(action, response.Status, $"it is longer than {MaxBytes} bytes."));
    }

    /// <summary>What the answer says of the action. A call or a recording that had ended before it was to end is no error.</summary>
    /// <param name="action">What was sent; not <see cref="GetParticipants"/>, whose answers have pages.</param>
    /// <exception cref="CallActionException">The service refused the action, or the answer can't be used.</exception>
    public CallActionResult ResultOf(CallAction action)
    {
        ArgumentNullException.ThrowIfNull(action);
        if (IsSuccess)
            return CallAnswers.Result(action, Status, Body.Span);
        CallActionException error = ErrorOf(action);
        bool hadEnded = action is HangUpCall or StopRecording && error is { Status: 404, SubCode: SubCodes.NotFound };
        return hadEnded ? new ActionAccepted() : throw error;
    }

    /// <summary>One page of the participants of a call.</summary>
    /// <param name="action">What was sent.</param>
    /// <exception cref="CallActionException">The service refused the action, or the answer can't be used.</exception>
    public ParticipantsPage ParticipantsOf(GetParticipants action)
    {
        ArgumentNullException.ThrowIfNull(action);
        if (!IsSuccess)
            throw ErrorOf(action);
        GetParticipantsResponse model = CallAnswers.Read<GetParticipantsResponse>(action, Status, Body.Span);
        return new(model.Value.ToParticipants(), string.IsNullOrEmpty(model.NextLink) ? null : model.NextLink);
    }

    private CallActionException ErrorOf(CallAction action) =>
        DeliveryDoubt.Note(action, CallErrors.FromAnswer(action, Status, ReasonPhrase, Body.Span), DeliveryDoubt.IsLeftBy(Status));
}
