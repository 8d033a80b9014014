using System.Text.Json.Serialization;

namespace CallFlows.Actions;

/// <summary>
/// Headers that travel with a call: SIP headers to phones and trunks, VoIP headers to Communication Services users. The called app finds
/// them in its <see cref="Flows.IncomingCall.CustomContext"/>.
/// </summary>
public sealed record CustomCallingContext
{
    /// <summary>The SIP header for information from one user to another.</summary>
    public const string UserToUserHeader = "User-To-User";

    /// <summary>SIP headers by name: <c>User-To-User</c>, or <c>X-…</c>. At most 5 of the latter; names up to 64 characters, values up to 256.</summary>
    public IReadOnlyDictionary<string, string> SipHeaders { get; init; } = new Dictionary<string, string>();

    /// <summary>VoIP headers by name. At most 1,000; names up to 64 characters, values up to 1,024.</summary>
    public IReadOnlyDictionary<string, string> VoipHeaders { get; init; } = new Dictionary<string, string>();

    /// <summary>The value of <c>User-To-User</c>; null when there is none.</summary>
    [JsonIgnore]
    public string? UserToUser => SipHeaders.FirstOrDefault(header => header.Key.Equals(UserToUserHeader, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>The same with another value of <c>User-To-User</c>.</summary>
    /// <param name="value">Up to 256 characters.</param>
    public CustomCallingContext WithUserToUser(string value) => this with { SipHeaders = With(SipHeaders, UserToUserHeader, value) };

    /// <summary>The same with one more SIP header.</summary>
    /// <param name="name">The name without its prefix.</param>
    /// <param name="value">Up to 256 characters.</param>
    /// <param name="prefix">What stands before the name: <c>X-MS-Custom-</c>, or <c>X-</c> for trunks of one's own.</param>
    public CustomCallingContext WithSipHeader(string name, string value, string prefix = "X-MS-Custom-") =>
        this with { SipHeaders = With(SipHeaders, prefix + name, value) };

    /// <summary>The same with one more VoIP header.</summary>
    /// <param name="name">The name, up to 64 characters.</param>
    /// <param name="value">Up to 1,024 characters.</param>
    public CustomCallingContext WithVoipHeader(string name, string value) => this with { VoipHeaders = With(VoipHeaders, name, value) };

    private static Dictionary<string, string> With(IReadOnlyDictionary<string, string> headers, string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        return new Dictionary<string, string>(headers) { [name] = value };
    }
}
