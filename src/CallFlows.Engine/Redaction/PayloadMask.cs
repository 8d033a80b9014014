using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using CallFlows.Durable;
using CallFlows.Endpoints;
using CallFlows.Flows;
using CallFlows.Recognition;

namespace CallFlows.Engine.Redaction;

/// <summary>Masks one payload that came from outside, guided by its type where that is known.</summary>
/// <param name="flow">The flow's class; null when unknown.</param>
/// <param name="names">What stands in place of the values.</param>
/// <param name="keeps">Whether the value at a path is kept: asked with that path, and whether it is an endpoint.</param>
internal sealed partial class PayloadMask(Type? flow, Pseudonyms names, Func<string, bool, string, bool> keeps)
{
    public const string Removed = "removed";

    public static readonly JsonWriterOptions WriteOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 256 };
    public static readonly JsonDocumentOptions ReadOptions = new() { MaxDepth = 256 };

    /// <summary>What answers a call while it rings.</summary>
    public static readonly string Secret = JsonNamingPolicy.CamelCase.ConvertName(nameof(IncomingCallNotification.IncomingCallContext));

    /// <summary>Words of the library and of the service in the library's own types. They steer a flow and tell nothing of a person.</summary>
    private static readonly HashSet<string> Words =
    [
        "operationContext", "choiceLabel", "signal", "name", "speaker", "taken", "action", "code", "type", "endReason", "sessionEndReason",
        "locale", "role", "startedByRole",
    ];

    private static readonly string[] ToneNames = [.. Enum.GetNames<Tone>().Select(JsonNamingPolicy.CamelCase.ConvertName)];

    public Payload Mask(Payload payload, Type? type)
    {
        using JsonDocument document = JsonDocument.Parse(payload.Utf8, ReadOptions);
        ArrayBufferWriter<byte> buffer = new(payload.Utf8.Length);
        using (Utf8JsonWriter writer = new(buffer, WriteOptions))
        {
            Write(writer, document.RootElement, type, null, "", "$");
        }

        return new Payload(buffer.WrittenMemory);
    }

    private void Write(Utf8JsonWriter writer, JsonElement element, Type? type, Type? holder, string property, string path)
    {
        type = type is null ? null : Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(Payload))
        {
            type = holder is null ? null : FlowPayloads.Inside(holder, char.ToUpperInvariant(property[0]) + property[1..], flow);
            holder = null;
        }

        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(writer, element, type, path);
                break;
            case JsonValueKind.Array when IsTones(type):
                WriteTones(writer, element, path);
                break;
            case JsonValueKind.Array:
                Type? itemType = InfoOf(type)?.ElementType;
                int index = 0;
                writer.WriteStartArray();
                foreach (JsonElement item in element.EnumerateArray())
                {
                    Write(writer, item, itemType, holder, property, string.Create(CultureInfo.InvariantCulture, $"{path}[{index++}]"));
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(Mask(element.GetString()!, type, holder, property, path));
                break;
            case JsonValueKind.Number when !IsOurs(holder) && LongNumber().IsMatch(element.GetRawText()):
                string number = element.GetRawText();
                writer.WriteRawValue(Ask(number, path, isEndpoint: false) ? number : LongNumber().Replace(number, digits => names.Digits(digits.Value)));
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }

    private void WriteObject(Utf8JsonWriter writer, JsonElement element, Type? type, string path)
    {
        JsonTypeInfo? info = InfoOf(type);
        string? discriminator = info?.PolymorphismOptions?.TypeDiscriminatorPropertyName;
        if (discriminator is not null && element.TryGetProperty(discriminator, out JsonElement kind) && kind.ValueKind == JsonValueKind.String)
        {
            type = info!.PolymorphismOptions!.DerivedTypes.FirstOrDefault(derived => kind.ValueEquals(derived.TypeDiscriminator as string)).DerivedType ?? type;
            info = InfoOf(type);
        }

        bool isDictionary = info?.Kind != JsonTypeInfoKind.Object;
        writer.WriteStartObject();
        foreach (JsonProperty member in element.EnumerateObject())
        {
            string name = isDictionary ? names.Within(member.Name) : member.Name;
            writer.WritePropertyName(name);
            if (member.NameEquals(Secret))
            {
                writer.WriteStringValue(Removed);
            }
            else if (member.NameEquals(discriminator))
            {
                member.Value.WriteTo(writer);
            }
            else
            {
                Type? memberType = isDictionary
                    ? info?.ElementType
                    : info!.Properties.FirstOrDefault(known => string.Equals(known.Name, member.Name, StringComparison.OrdinalIgnoreCase))?.PropertyType;
                Write(writer, member.Value, memberType, type, member.Name, PlainName().IsMatch(name) ? $"{path}.{name}" : $"{path}['{name}']");
            }
        }

        writer.WriteEndObject();
    }

    private void WriteTones(Utf8JsonWriter writer, JsonElement tones, string path)
    {
        Tone?[] keys = [.. tones.EnumerateArray().Select(key => ReadTone(key))];
        string pressed = string.Concat(keys.Select(key => key?.ToChar()));
        // One key alone is a choice.
        bool isKept = keys.Length < 2 || keys.Contains(null) || Ask(pressed, path, isEndpoint: false);
        string shown = isKept ? pressed : names.Digits(pressed);
        writer.WriteStartArray();
        for (int i = 0; i < keys.Length; i++)
        {
            writer.WriteStringValue(keys[i] is null ? tones[i].GetString() : NameOf(shown[i]));
        }

        writer.WriteEndArray();
    }

    private string Mask(string value, Type? type, Type? holder, string property, string path)
    {
        if (value.Length == 0 || (type is { IsEnum: true } && type != typeof(Tone)) || IsPlain(type) || (IsTime(type) && (IsOurs(holder) || IsNoTime(value))))
        {
            return value;
        }

        bool isEndpoint = typeof(CallEndpoint).IsAssignableFrom(type) || (type != typeof(Uri) && (!IsOurs(holder) || IsId(property)) && RawId().IsMatch(value));
        if (IsOurs(holder) && type == typeof(string) && Words.Contains(property))
        {
            return value;
        }

        if (Ask(value, path, isEndpoint))
        {
            return value;
        }

        return isEndpoint ? names.Endpoint(value)
            : type == typeof(Tone) ? ReadTone(value) is { } tone && char.IsAsciiDigit(tone.ToChar()) ? NameOf('5') : value
            : type == typeof(Guid) ? names.Guid(value)
            : IsTime(type) ? names.Date(value)
            : IsOurs(holder) && IsId(property) ? names.Id(value)
            : Address().IsMatch(value) ? names.Address(value)
            : IsOurs(holder) ? names.Text(value)
            : Guid.TryParse(value, out _) ? names.Guid(value)
            : Keys().IsMatch(value) ? value.Length == 1 ? value : names.Digits(value)
            : Day().IsMatch(value) ? names.Date(value)
            : names.Text(value);
    }

    private bool Ask(string value, string path, bool isEndpoint) => keeps(path, isEndpoint, value);

    /// <summary>Whether a type is one of the library's, whose properties are known.</summary>
    private static bool IsOurs(Type? type) => type?.Assembly == typeof(FlowEnvelope).Assembly;

    private static bool IsId(string property) =>
        property is "id" or "eventIds" || property.EndsWith("Id", StringComparison.Ordinal);

    private static bool IsPlain(Type? type) => type == typeof(TimeSpan) || type == typeof(TimeOnly) || type == typeof(char);

    /// <summary>What stands for no time, or none that matters, in types that have no other way to say so.</summary>
    private static bool IsNoTime(string value) =>
        value.StartsWith("0001-01-01", StringComparison.Ordinal) || value.StartsWith("9999-12-31", StringComparison.Ordinal);

    private static bool IsTime(Type? type) => type == typeof(DateTimeOffset) || type == typeof(DateTime) || type == typeof(DateOnly);

    private static bool IsTones(Type? type) => type is not null && typeof(IEnumerable<Tone>).IsAssignableFrom(type);

    private static Tone? ReadTone(JsonElement key) => key.ValueKind == JsonValueKind.String ? ReadTone(key.GetString()!) : null;

    private static Tone? ReadTone(string key) => Array.IndexOf(ToneNames, key) is >= 0 and var index ? (Tone)index : null;

    private static string NameOf(char key) => ToneNames[(int)ReadKey(key)];

    private static Tone ReadKey(char key) => Enum.GetValues<Tone>().First(tone => tone.ToChar() == key);

    private static JsonTypeInfo? InfoOf(Type? type)
    {
        try
        {
            return type is null || type == typeof(object) ? null : DurableJson.Options.GetTypeInfo(type);
        }
        catch (Exception problem) when (problem is NotSupportedException or InvalidOperationException)
        {
            // Nothing is known of it then, and more is masked.
            return null;
        }
    }

    /// <summary>The whole part of a number that may be somebody's.</summary>
    [GeneratedRegex("(?<=^-?)[0-9]{7,}", RegexOptions.CultureInvariant)]
    private static partial Regex LongNumber();

    [GeneratedRegex(@"^(?:\+[1-9][0-9]{1,14}|4:(?:\+?[0-9]{3,15}|anonymous)|(?:8|28|48):[A-Za-z0-9-]+[:_].+)$", RegexOptions.CultureInvariant)]
    private static partial Regex RawId();

    [GeneratedRegex("^(?:https?|wss?)://", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex("^[0-9*#]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Keys();

    [GeneratedRegex(@"^(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}(?:$|T[0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Day();

    [GeneratedRegex("^[A-Za-z_$][A-Za-z0-9_$]*$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainName();
}
