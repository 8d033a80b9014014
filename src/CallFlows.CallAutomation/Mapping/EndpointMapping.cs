using System.Diagnostics.CodeAnalysis;
using CallFlows.Actions;
using CallFlows.Endpoints;
using CallFlows.Protocol.Identifiers;
using CallFlows.Protocol.Rest;

namespace CallFlows.CallAutomation.Mapping;

internal static class EndpointMapping
{
    [return: NotNullIfNotNull(nameof(endpoint))]
    public static CommunicationIdentifierModel? ToModel(this CallEndpoint? endpoint) =>
        endpoint is null ? null : CommunicationIdentifiers.FromRawId(endpoint.RawId);

    public static PhoneNumberIdentifierModel? ToNumberModel(this PhoneNumber? number) =>
        number is null ? null : new() { Value = number.Number };

    public static CommunicationUserIdentifierModel? ToUserModel(this CommunicationUser? user) =>
        user is null ? null : new() { Id = user.Id };

    public static MicrosoftTeamsAppIdentifierModel? ToTeamsAppModel(this TeamsApp? app) => app.ToModel()?.MicrosoftTeamsApp;

    /// <summary>Null when the model is absent, names nobody, or names someone longer than an endpoint may be.</summary>
    public static CallEndpoint? ToEndpoint(this CommunicationIdentifierModel? model) =>
        model is not null && CallEndpoint.TryParse(CommunicationIdentifiers.RawIdOf(model), out CallEndpoint? endpoint) ? endpoint : null;

    /// <summary>Null when the model names nobody.</summary>
    public static CallParticipant? ToParticipant(this CallParticipantModel? model) =>
        model?.Identifier.ToEndpoint() is { } endpoint
            ? new(endpoint, model.IsMuted ?? false, model.IsOnHold ?? false)
            : null;

    public static IReadOnlyList<CallParticipant> ToParticipants(this IEnumerable<CallParticipantModel?>? models) =>
        [.. (models ?? []).Select(ToParticipant).OfType<CallParticipant>()];
}
