using System.Text.Json;
using CallFlows.Emulator.EventGrid;
using CallFlows.Emulator.Phones;
using CallFlows.Emulator.Streams;

namespace CallFlows.Emulator.Control;

internal sealed record PhoneSettings(string? OnRing, double? AfterSeconds);

internal sealed record DialRequest(string? To, string? DisplayName);

internal sealed record JoinRequest(Guid? GroupCallId, string? RoomId);

internal sealed record PressRequest(string? Tones);

internal sealed record SayRequest(string? Text);

internal sealed record PlayAudioRequest(byte[]? Wav);

internal sealed record SubscriptionRequest(
    string? Endpoint, EventGridSchema Schema, IReadOnlyList<string>? Called, IReadOnlyList<string>? EventTypes);

internal sealed record EventRequest(string? Type, string? Subject, JsonElement Data);

internal sealed record PhoneView(string Id, PhoneState State);

internal sealed record SubscriptionView(
    string Name, string Endpoint, EventGridSchema Schema, IReadOnlyList<string> Called, IReadOnlyList<string> EventTypes,
    SubscriptionState State);

internal sealed record StreamView(
    string CallConnectionId, EmulatedStreamKind Kind, bool IsActive, int Connections, long FramesSent, long FramesLost, long MessagesIgnored, int Stops,
    int BytesPlayed, int BytesToPlay);

internal sealed record CallView(
    string CallConnectionId, string ServerCallId, string CorrelationId, string State, IReadOnlyList<string> Participants);
