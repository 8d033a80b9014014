using System.Text.Json;

namespace CallFlows.Protocol.Rest;

/// <summary>Headers handed to the far side.</summary>
public sealed record CustomCallingContextModel : WireModel
{
    /// <summary>Headers for communication users; at most 1000.</summary>
    public IReadOnlyDictionary<string, string>? VoipHeaders { get; init; }

    /// <summary>SIP headers: <c>User-To-User</c> and at most five <c>X-…</c>.</summary>
    public IReadOnlyDictionary<string, string>? SipHeaders { get; init; }

    /// <summary>Details of a Teams telephone call (newest version), kept as it is.</summary>
    public JsonElement? TeamsPhoneCallDetails { get; init; }
}
