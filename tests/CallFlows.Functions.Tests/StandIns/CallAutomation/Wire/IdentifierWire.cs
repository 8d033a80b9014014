#nullable disable

using CallFlows.Protocol.Identifiers;

namespace Azure.Communication.CallAutomation;

internal static class IdentifierWire
{
    // The official serialiser leaves the kind to the service, and says of each phone whether it is anonymous.
    public static CommunicationIdentifierModel ToWire(this CommunicationIdentifier identifier) => identifier is null ? null : identifier.Model with
    {
        Kind = null,
        PhoneNumber = identifier.Model.PhoneNumber is { } phone ? phone with { IsAnonymous = phone.IsAnonymous ?? false } : null,
    };

    public static IReadOnlyList<CommunicationIdentifierModel> ToWire(this IEnumerable<CommunicationIdentifier> identifiers) =>
        [.. identifiers.Select(ToWire)];

    public static PhoneNumberIdentifierModel ToNumber(this PhoneNumberIdentifier number) =>
        number is null ? null : new() { Value = number.PhoneNumber };

    public static CommunicationUserIdentifierModel ToUser(this CommunicationUserIdentifier user) =>
        user is null ? null : new() { Id = user.Id };
}
