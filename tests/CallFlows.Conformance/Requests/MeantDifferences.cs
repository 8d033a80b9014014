using CallFlows.Protocol.Rest;

namespace CallFlows.Conformance.Requests;

/// <summary>All in which our requests may differ from the official client's, and why. One that never occurs makes a test fail.</summary>
internal static class MeantDifferences
{
    public static IReadOnlyList<MeantDifference> All { get; } =
    [
        new("`api-version` of the query",
            $"Ours is {ApiVersions.Default}, the default of the official client for .NET; the client for JavaScript asks for {ApiVersions.V2026_03_12}.",
            difference => difference is { Part: "query.api-version", Ours: ApiVersions.Default, Theirs: ApiVersions.V2026_03_12 }),
        new("`kind` of an identifier in a media operation",
            "The client leaves it out there and states it everywhere else; we always state it, and it is what the identifier's own part says.",
            difference => difference is { Ours: "\"phoneNumber\"" or "\"communicationUser\"", Theirs: null } && difference.Part.EndsWith(".kind", StringComparison.Ordinal)),
        new("`isAnonymous` of a phone number",
            "The client says false of every number; we leave it out when it is false, as the service does in its own answers.",
            difference => difference is { Ours: null, Theirs: "false" } && difference.Part.EndsWith(".isAnonymous", StringComparison.Ordinal)),
        new("`cloud` of a Teams application that calls",
            "The client takes it and leaves it out of its request; we send it.",
            difference => difference is { Part: "body.teamsAppSource.cloud", Ours: not null, Theirs: null }),
        new("`operationCallbackUri` of listening for keys",
            "The client has the option and leaves it out of its request; we send it.",
            difference => difference is { Part: "body.operationCallbackUri", Ours: not null, Theirs: null }),
        new("`customCallingContext` without headers",
            "The client sends two empty lists; we leave the context out when a flow gives none.",
            difference => difference is { Ours: null, Theirs: "{}" } && difference.Part.StartsWith("body.customCallingContext.", StringComparison.Ordinal)),
        new("`interToneTimeoutInSeconds` that nobody set",
            "The client fills in the service's default, 2 seconds; we leave it to the service.",
            difference => difference is { Part: "body.recognizeOptions.dtmfOptions.interToneTimeoutInSeconds", Ours: null, Theirs: "2" }),
        new("`stopTones` that nobody set",
            "We send an empty list, as the official client for .NET does.",
            difference => difference is { Part: "body.recognizeOptions.dtmfOptions.stopTones", Ours: "[]", Theirs: null }),
        new("`endSilenceTimeoutInMs` that nobody set",
            "The client fills in the service's default, 2000 ms; we leave it to the service.",
            difference => difference is { Part: "body.recognizeOptions.speechOptions.endSilenceTimeoutInMs", Ours: null, Theirs: "2000" }),
    ];
}

/// <summary>A difference that is meant.</summary>
/// <param name="Where">The part of the request, in words.</param>
/// <param name="Reason">Why it is meant.</param>
/// <param name="Covers">Whether a difference is of this kind.</param>
internal sealed record MeantDifference(string Where, string Reason, Func<RequestDifference, bool> Covers);
