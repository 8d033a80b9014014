#nullable disable

using CallFlows.Protocol.Rest;

namespace Azure.Communication.CallAutomation;

internal static class MediaWire
{
    public static PlayRequest PlayToAll(PlayToAllOptions options) => new()
    {
        PlaySources = Sources(options.PlaySources),
        PlayTo = [],
        InterruptCallMediaOperation = options.InterruptCallMediaOperation,
        PlayOptions = new() { Loop = options.Loop },
        OperationContext = options.OperationContext,
        OperationCallbackUri = options.OperationCallbackUri?.AbsoluteUri,
    };

    public static PlayRequest PlayTo(PlayOptions options) => new()
    {
        PlaySources = Sources(options.PlaySources),
        PlayTo = options.PlayTo.ToWire(),
        InterruptCallMediaOperation = false,
        PlayOptions = new() { Loop = options.Loop },
        OperationContext = options.OperationContext,
        OperationCallbackUri = options.OperationCallbackUri?.AbsoluteUri,
    };

    public static SendDtmfTonesRequest SendTones(SendDtmfTonesOptions options) => new()
    {
        Tones = [.. options.Tones.Select(tone => tone.ToString())],
        TargetParticipant = options.TargetParticipant.ToWire(),
        OperationContext = options.OperationContext,
        OperationCallbackUri = options.OperationCallbackUri?.AbsoluteUri,
    };

    public static ContinuousDtmfRecognitionRequest ContinuousDtmf(ContinuousDtmfRecognitionOptions options) => new()
    {
        TargetParticipant = options.TargetParticipant.ToWire(),
        OperationContext = options.OperationContext,
        OperationCallbackUri = options.OperationCallbackUri?.AbsoluteUri,
    };

    public static HoldRequest Hold(HoldOptions options) => new()
    {
        TargetParticipant = options.TargetParticipant.ToWire(),
        PlaySourceInfo = Source(options.PlaySource),
        OperationContext = options.OperationContext,
        OperationCallbackUri = options.OperationCallbackUri?.AbsoluteUri,
    };

    public static UnholdRequest Unhold(UnholdOptions options) => new()
    {
        TargetParticipant = options.TargetParticipant.ToWire(),
        OperationContext = options.OperationContext,
        OperationCallbackUri = options.OperationCallbackUri?.AbsoluteUri,
    };

    public static IReadOnlyList<PlaySourceModel> Sources(IEnumerable<PlaySource> sources) => [.. sources.Select(Source)];

    public static PlaySourceModel Source(PlaySource source) => source switch
    {
        FileSource file => new()
        {
            Kind = PlaySourceKinds.File,
            PlaySourceCacheId = file.PlaySourceCacheId,
            File = new() { Uri = file.FileUri.AbsoluteUri },
        },
        TextSource text => new()
        {
            Kind = PlaySourceKinds.Text,
            PlaySourceCacheId = text.PlaySourceCacheId,
            Text = new()
            {
                Text = text.Text,
                SourceLocale = text.SourceLocale,
                VoiceKind = (text.VoiceKind ?? VoiceKind.Male).ToString(),
                VoiceName = text.VoiceName,
                CustomVoiceEndpointId = text.CustomVoiceEndpointId,
            },
        },
        SsmlSource ssml => new()
        {
            Kind = PlaySourceKinds.Ssml,
            PlaySourceCacheId = ssml.PlaySourceCacheId,
            Ssml = new() { SsmlText = ssml.SsmlText, CustomVoiceEndpointId = ssml.CustomVoiceEndpointId },
        },
        _ => null,
    };
}
