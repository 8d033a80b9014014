using CallFlows.Endpoints;
using CallFlows.Streams;

namespace CallFlows.Actions;

/// <summary>A call's state as the service describes it.</summary>
/// <param name="CallConnectionId">The id of this side of the call.</param>
/// <param name="State">How far the call has come.</param>
/// <param name="ServerCallId">What the sides of a VoIP call share; absent while a created call connects.</param>
/// <param name="CorrelationId">What support asks for.</param>
/// <param name="Source">Who calls.</param>
/// <param name="Targets">Who was called.</param>
/// <param name="AnsweredBy">Who answered.</param>
/// <param name="MediaStreaming">The stream of its sound; null when the service tells nothing of it.</param>
/// <param name="Transcription">Its transcription; null when the service tells nothing of it.</param>
public sealed record CallConnectionResult(string CallConnectionId, CallConnectionState State, string? ServerCallId = null, string? CorrelationId = null, CallEndpoint? Source = null, IReadOnlyList<CallEndpoint>? Targets = null, CallEndpoint? AnsweredBy = null, MediaStreamingSubscription? MediaStreaming = null, TranscriptionSubscription? Transcription = null) : CallActionResult;
