using CallFlows.Emulator.Switchboard;

namespace CallFlows.Emulator.Faults;

/// <summary>What a fault might hit.</summary>
/// <param name="Name">The operation or the event; null for a ring.</param>
/// <param name="Connections">Ids of the connections that it is about.</param>
/// <param name="Parties">Everybody in the call, or named in the request.</param>
internal sealed record FaultSubject(string? Name, IReadOnlyCollection<string> Connections, IReadOnlyCollection<PartyId> Parties)
{
    public static FaultSubject OfConversation(string? name, Conversation conversation, params IEnumerable<PartyId> more) => new(
        name,
        [.. conversation.Connections.Select(connection => connection.Id)],
        [.. conversation.Participants.Select(participant => participant.Id), .. conversation.Connections.SelectMany(PartiesOf), .. more]);

    public static FaultSubject OfCall(string? name, CallConnection call)
    {
        FaultSubject all = OfConversation(name, call.Conversation, PartiesOf(call));
        return all with { Connections = [call.Id] };
    }

    /// <summary>A ring is about whoever rings and is rung, and about the call that invites.</summary>
    public static FaultSubject OfRing(string? name, Invitation invitation) =>
        OfConversation(name, invitation.Conversation, invitation.Caller, invitation.Target);

    // Also before anybody has joined, and after all have left.
    private static IEnumerable<PartyId> PartiesOf(CallConnection call)
    {
        ConnectionSettings settings = call.Settings;
        IEnumerable<PartyId> named = [call.Self, settings.Source, .. settings.Targets];
        IEnumerable<PartyId> numbers = new[] { settings.SourceCallerIdNumber, settings.AnsweredFor }
            .OfType<string>().Select(PartyId.OfNumber);
        return named.Concat(numbers).Where(party => party.RawId is not null);
    }
}
