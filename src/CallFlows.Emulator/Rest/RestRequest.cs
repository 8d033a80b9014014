using System.Globalization;
using System.Text.Json;
using CallFlows.Emulator.Switchboard;
using CallFlows.Protocol;
using CallFlows.Protocol.Rest;

namespace CallFlows.Emulator.Rest;

/// <summary>A request whose signature has been checked.</summary>
internal sealed record RestRequest(RouteValueDictionary Route, string ApiVersion, ReadOnlyMemory<byte> Body)
{
    private const string SkipParameter = "skip";
    private const int MaxSkip = 1_000_000;

    /// <summary>The address that was asked, without query; absolute.</summary>
    public required string Address { get; init; }

    /// <summary>How many of a list the pages before have shown.</summary>
    public int Skip { get; private init; }

    /// <summary>Reads a request's own query.</summary>
    /// <exception cref="ServiceFault">400/8523 when a parameter can't be read.</exception>
    public static RestRequest From(HttpRequest request, string apiVersion, ReadOnlyMemory<byte> body)
    {
        string? skip = request.Query[SkipParameter];
        int skipped = 0;
        if (skip is not null && !(int.TryParse(skip, NumberStyles.None, CultureInfo.InvariantCulture, out skipped) && skipped <= MaxSkip))
            throw ServiceFault.Invalid($"The query parameter '{SkipParameter}' must be a number up to {MaxSkip}.");
        return new RestRequest(request.RouteValues, apiVersion, body)
        {
            Address = $"{request.Scheme}://{request.Host}{request.PathBase}{request.Path}",
            Skip = skipped,
        };
    }

    /// <summary>The address of a list's page.</summary>
    public string PageFrom(int skip) => string.Create(
        CultureInfo.InvariantCulture, $"{Address}?{ApiVersions.QueryParameter}={Uri.EscapeDataString(ApiVersion)}&{SkipParameter}={skip}");

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
