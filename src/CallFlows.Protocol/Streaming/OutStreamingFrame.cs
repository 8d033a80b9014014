using System.Text.Json;

namespace CallFlows.Protocol.Streaming;

/// <summary>
/// A frame that the application sends on a call's web socket: sound for the call to hear, or the wish to drop what is still to be heard.
/// Written as the official client for .NET does; read without regard to case, as the one for JavaScript writes other names.
/// </summary>
/// <param name="Audio">The samples; empty to drop what is still to be heard.</param>
/// <param name="IsStop">Whether it is the wish to drop.</param>
public readonly record struct OutStreamingFrame(ReadOnlyMemory<byte> Audio, bool IsStop)
{
    private static readonly JsonDocumentOptions Shallow = new() { MaxDepth = 8 };

    /// <summary>Writes sound.</summary>
    /// <param name="samples">16 bits, signed, little-endian, at the rate of the stream.</param>
    /// <returns>UTF-8 JSON.</returns>
    public static byte[] WriteAudio(ReadOnlySpan<byte> samples)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            json.WriteStartObject();
            json.WriteString("Kind", StreamingKinds.AudioData);
            json.WriteStartObject("AudioData");
            json.WriteBase64String("Data", samples);
            json.WriteNull("Timestamp");
            json.WriteNull("Participant");
            json.WriteBoolean("IsSilent", false);
            json.WriteEndObject();
            json.WriteNull("StopAudio");
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <summary>Writes the wish to drop what is still to be heard.</summary>
    /// <returns>UTF-8 JSON.</returns>
    public static byte[] WriteStop() => """{"Kind":"StopAudio","AudioData":null,"StopAudio":{}}"""u8.ToArray();

    /// <summary>Reads a frame.</summary>
    /// <param name="utf8">UTF-8 JSON.</param>
    /// <param name="frame">The frame.</param>
    /// <returns>False when it is none of the two.</returns>
    public static bool TryRead(ReadOnlyMemory<byte> utf8, out OutStreamingFrame frame)
    {
        frame = default;
        try
        {
            using JsonDocument document = JsonDocument.Parse(utf8, Shallow);
            string? kind = Find(document.RootElement, "kind") is { ValueKind: JsonValueKind.String } named ? named.GetString() : null;
            if (string.Equals(kind, StreamingKinds.StopAudio, StringComparison.OrdinalIgnoreCase))
            {
                frame = new OutStreamingFrame(default, IsStop: true);
                return true;
            }

            bool isAudio = string.Equals(kind, StreamingKinds.AudioData, StringComparison.OrdinalIgnoreCase);
            if (!isAudio || Find(document.RootElement, "audioData") is not { } audio || Find(audio, "data") is not { ValueKind: JsonValueKind.String } data
                || !data.TryGetBytesFromBase64(out byte[]? samples))
            {
                return false;
            }

            frame = new OutStreamingFrame(samples, IsStop: false);
            return true;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Not JSON, or text that is no UTF-16 once it is unescaped.
            return false;
        }
    }

    private static JsonElement? Find(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return property.Value;
            }
        }

        return null;
    }
}
