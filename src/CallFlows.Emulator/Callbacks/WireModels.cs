using CallFlows.Emulator.Media;
using CallFlows.Emulator.Phones;
using CallFlows.Emulator.Switchboard;
using CallFlows.Protocol.Callbacks;
using CallFlows.Protocol.Identifiers;
using CallFlows.Protocol.Rest;

namespace CallFlows.Emulator.Callbacks;

/// <summary>Domain values as models of the wire.</summary>
internal static class WireModels
{
    public static CommunicationIdentifierModel Identifier(PartyId id) => CommunicationIdentifiers.FromRawId(id.RawId);

    public static CallParticipantModel Participant(ParticipantState participant, string apiVersion) => new()
    {
        Identifier = Identifier(participant.Id),
        IsMuted = participant.IsMuted,
        // Not in 2024-04-15 and before.
        IsOnHold = string.CompareOrdinal(apiVersion, ApiVersions.V2024_04_15) > 0 ? participant.IsOnHold : null,
    };

    public static RecognizeCompletedData Recognized(RecognizeOutcome outcome) => outcome switch
    {
        RecognizeOutcome.Tones tones => new()
        {
            RecognitionType = "dtmf",
            DtmfResult = new() { Tones = tones.Collected.Select(Tones.ToWire).ToArray() },
        },
        RecognizeOutcome.Choice choice => new()
        {
            RecognitionType = "choices",
            ChoiceResult = new()
            {
                Label = choice.Label,
                RecognizedPhrase = choice.Phrase,
                Confidence = choice.Phrase is null ? null : 1,
            },
        },
        RecognizeOutcome.Speech speech => new()
        {
            RecognitionType = "speech",
            SpeechResult = new() { Speech = speech.Text, Confidence = 1 },
        },
        _ => throw new InvalidOperationException($"No event tells of {outcome.GetType().Name}."),
    };
}
