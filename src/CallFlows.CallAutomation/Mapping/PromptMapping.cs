using System.Diagnostics;
using CallFlows.Prompts;
using CallFlows.Protocol.Rest;

namespace CallFlows.CallAutomation.Mapping;

internal static class PromptMapping
{
    public static PlaySourceModel ToModel(this Prompt prompt) => prompt switch
    {
        FilePrompt file => new()
        {
            Kind = PlaySourceKinds.File,
            PlaySourceCacheId = file.CacheId,
            File = new() { Uri = file.Uri.AbsoluteUri },
        },
        TextPrompt text => new()
        {
            Kind = PlaySourceKinds.Text,
            PlaySourceCacheId = text.CacheId,
            Text = new()
            {
                Text = text.Content,
                SourceLocale = text.Locale,
                VoiceKind = text.VoiceKind switch { null => null, VoiceKind.Male => "male", _ => "female" },
                VoiceName = text.Voice,
                CustomVoiceEndpointId = text.CustomVoiceEndpointId,
            },
        },
        SsmlPrompt ssml => new()
        {
            Kind = PlaySourceKinds.Ssml,
            PlaySourceCacheId = ssml.CacheId,
            Ssml = new() { SsmlText = ssml.Markup, CustomVoiceEndpointId = ssml.CustomVoiceEndpointId },
        },
        _ => throw new UnreachableException($"No play source for {prompt.GetType().Name}."),
    };
}
