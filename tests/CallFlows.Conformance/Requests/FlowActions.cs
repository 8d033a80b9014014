using System.Text.Json.Serialization;
using CallFlows.Actions;

namespace CallFlows.Conformance.Requests;

/// <summary>Actions of flows, and those of them that the official client has no method for.</summary>
internal static class FlowActions
{
    // What the service has in preview versions only.
    private static readonly string[] Previews = ["InterruptAudioAndAnnounce", "UnmuteParticipant"];

    /// <summary>The names of all.</summary>
    public static IReadOnlyList<string> All { get; } = [.. typeof(CallAction).GetCustomAttributes(typeof(JsonDerivedTypeAttribute), inherit: false)
        .Cast<JsonDerivedTypeAttribute>().Select(attribute => attribute.DerivedType.Name).Order(StringComparer.Ordinal)];

    /// <summary>Those without a method of the official client.</summary>
    public static IReadOnlyList<string> WithoutMethod { get; } = [.. All.Intersect(Previews)];
}
