using System.Text.Json;
using CallFlows.Emulator.Switchboard;
using CallFlows.Protocol;

namespace CallFlows.Emulator.Rest;

/// <summary>A request whose signature has been checked.</summary>
internal sealed record RestRequest(RouteValueDictionary Route, string ApiVersion, ReadOnlyMemory<byte> Body)
{
    public string CallConnectionId => Value("callConnectionId");

    public string RecordingId => Value("recordingId");

    public string ParticipantRawId => Value("participantRawId");

    /// <exception cref="ServiceFault">400/8523 when the body isn't JSON of the right shape.</exception>
    public T Read<T>()
        where T : WireModel
    {
        if (Body.IsEmpty)
            throw ServiceFault.Invalid("The request has no body; it needs a JSON object.");
        try
        {
            return ProtocolJson.Read<T>(Body.Span);
        }
        catch (JsonException exception)
        {
            string where = exception.Path is { Length: > 0 } path ? $" at {path}" : "";
            throw ServiceFault.Invalid($"The request body is not valid JSON for this operation{where}.");
        }
    }

    /// <summary>Like <see cref="Read{T}"/>, for operations whose body may be left out.</summary>
    public T ReadOptional<T>()
        where T : WireModel, new() => Body.IsEmpty ? new T() : Read<T>();

    private string Value(string name) => Route.TryGetValue(name, out object? value) && value is string text ? text : "";
}
