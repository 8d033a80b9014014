using System.Diagnostics;
using CallFlows.Prompts;
using Sdk = Azure.Communication.CallAutomation;

namespace CallFlows.Functions.Gateway.Mapping;

internal static class PlaySourceMapping
{
    public static IReadOnlyList<Sdk.PlaySource> ToPlaySources(this IEnumerable<Prompt> prompts) => [.. prompts.Select(ToPlaySource)];

    public static Sdk.PlaySource ToPlaySource(this Prompt prompt) => prompt switch
    {
        FilePrompt file => new Sdk.FileSource(file.Uri) { PlaySourceCacheId = file.CacheId },
        TextPrompt text => new Sdk.TextSource(text.Content)
        {
            PlaySourceCacheId = text.CacheId,
            SourceLocale = text.Locale,
            VoiceKind = text.VoiceKind is { } kind ? KindOf(kind) : default(Sdk.VoiceKind?),
            VoiceName = text.Voice,
            CustomVoiceEndpointId = text.CustomVoiceEndpointId,
        },
        SsmlPrompt ssml => new Sdk.SsmlSource(ssml.Markup)
        {
            PlaySourceCacheId = ssml.CacheId,
            CustomVoiceEndpointId = ssml.CustomVoiceEndpointId,
        },
        _ => throw new UnreachableException($"No play source for {prompt.GetType().Name}."),
    };

    private static Sdk.VoiceKind KindOf(VoiceKind kind) => kind == VoiceKind.Male ? Sdk.VoiceKind.Male : Sdk.VoiceKind.Female;
}
