using CallFlows.Actions;

namespace CallFlows.Testing.Records;

/// <summary>What the service's operations are called, where that differs from the action.</summary>
internal static class ActionNames
{
    /// <summary>Whether an action is carried out by an operation.</summary>
    public static bool Are(CallAction action, string operation) => operation == action switch
    {
        CancelAllMedia => "CancelAllMediaOperations",
        GetCallProperties => "GetCall",
        GetRecordingState => "GetRecording",
        HangUpCall hangUp => hangUp.ForEveryone ? "Terminate" : "HangUp",
        TransferCall => "TransferToParticipant",
        _ => action.Name,
    };
}
