using System.Text.Json;

namespace CallFlows.Protocol.Tests.Recordings;

/// <summary>One line of a recorded file, which is one JSON value.</summary>
internal sealed record RecordedLine(string File, int Number, string Text)
{
    /// <summary>A webhook body is an array; the data of an IncomingCall is an object.</summary>
    public bool IsCallback => Text.StartsWith('[');

    public JsonElement Parse()
    {
        using JsonDocument document = JsonDocument.Parse(Text);
        return document.RootElement.Clone();
    }

    public override string ToString() => $"{File}:{Number}";
}
