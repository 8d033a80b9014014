using CallFlows.Emulator.Hosting;
using CallFlows.Emulator.Switchboard;

namespace CallFlows.Emulator.Media;

/// <summary>Finds out how long prompts take: text by its length, audio files by their header.</summary>
internal sealed class PromptInspector(EmulatorOptions options, AudioFileProbe files)
{
    private static readonly ResultInfo Empty = new(400, 8582, "Action failed, the text or SSML to play is empty.");

    public ValueTask<PromptInspection> InspectAsync(Prompt prompt, CancellationToken cancellationToken)
    {
        if (prompt.Kind == PromptKind.File)
            return InspectFileAsync(prompt.Content, cancellationToken);
        return ValueTask.FromResult(prompt.Words.Length == 0
            ? PromptInspection.Fails(Empty)
            : PromptInspection.Plays(SpeakingTime(prompt.Words)));
    }

    private TimeSpan SpeakingTime(string words)
    {
        TimeSpan spoken = TimeSpan.FromSeconds(words.Length / options.Prompts.CharactersPerSecond);
        return spoken < options.Prompts.MinimumDuration ? options.Prompts.MinimumDuration : spoken;
    }

    private ValueTask<PromptInspection> InspectFileAsync(string address, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) || MatchesFailing(address))
            return ValueTask.FromResult(PromptInspection.Fails(ResultInfo.FileFormat));
        if (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeFile)
            return ValueTask.FromResult(PromptInspection.Fails(ResultInfo.FileDownload));
        return options.Prompts.FetchFiles
            ? files.ProbeAsync(uri, cancellationToken)
            : ValueTask.FromResult(PromptInspection.Plays(options.Prompts.DefaultFileDuration));
    }

    private bool MatchesFailing(string address) =>
        options.Prompts.FailingFiles.Any(pattern => Wildcard.Matches(pattern, address));
}
