using System.Text.Json.Serialization;

namespace CallFlows.Actions;

/// <summary>What the service answered to an action.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "result")]
[JsonDerivedType(typeof(ActionAccepted), "accepted")]
[JsonDerivedType(typeof(CallConnectionResult), "connection")]
[JsonDerivedType(typeof(InvitationResult), "invitation")]
[JsonDerivedType(typeof(ParticipantsResult), "participants")]
[JsonDerivedType(typeof(RecordingResult), "recording")]
public abstract record CallActionResult
{
    private protected CallActionResult()
    {
    }
}
