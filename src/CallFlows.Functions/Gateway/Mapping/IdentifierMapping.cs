using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Azure.Communication;
using CallFlows.Endpoints;
using Sdk = Azure.Communication.CallAutomation;

namespace CallFlows.Functions.Gateway.Mapping;

internal static class IdentifierMapping
{
    [return: NotNullIfNotNull(nameof(endpoint))]
    public static CommunicationIdentifier? ToIdentifier(this CallEndpoint? endpoint) =>
        endpoint is null ? null : CommunicationIdentifier.FromRawId(endpoint.RawId);

    public static MicrosoftTeamsAppIdentifier? ToTeamsApp(this TeamsApp? app) => (MicrosoftTeamsAppIdentifier?)app.ToIdentifier();

    public static PhoneNumberIdentifier? ToNumber(this PhoneNumber? number) => number is null ? null : new(number.Number);

    public static CommunicationUserIdentifier? ToUser(this CommunicationUser? user) => user is null ? null : new(user.Id);

    /// <summary>Whether the client can invite such an endpoint, redirect to it and transfer to it.</summary>
    public static bool CanBeInvited(CallEndpoint endpoint) =>
        endpoint.ToIdentifier() is PhoneNumberIdentifier or CommunicationUserIdentifier or MicrosoftTeamsUserIdentifier or TeamsExtensionUserIdentifier;

    public static Sdk.CallInvite ToInvite(this CallEndpoint target, PhoneNumber? callerId = null, string? displayName = null)
    {
        Sdk.CallInvite invite = target.ToIdentifier() switch
        {
            PhoneNumberIdentifier phone => new(phone, callerId.ToNumber()),
            CommunicationUserIdentifier user => new(user) { SourceCallerIdNumber = callerId.ToNumber() },
            MicrosoftTeamsUserIdentifier user => new(user) { SourceCallerIdNumber = callerId.ToNumber() },
            TeamsExtensionUserIdentifier user => new(user) { SourceCallerIdNumber = callerId.ToNumber() },
            CommunicationIdentifier other => throw new UnreachableException($"No invitation for a {other.GetType().Name}."),
        };
        invite.SourceDisplayName = displayName;
        return invite;
    }

    public static Sdk.TransferToParticipantOptions ToTransfer(this CallEndpoint target) => target.ToIdentifier() switch
    {
        PhoneNumberIdentifier phone => new(phone),
        CommunicationUserIdentifier user => new(user),
        MicrosoftTeamsUserIdentifier user => new(user),
        TeamsExtensionUserIdentifier user => new(user),
        CommunicationIdentifier other => throw new UnreachableException($"No transfer to a {other.GetType().Name}."),
    };
}
