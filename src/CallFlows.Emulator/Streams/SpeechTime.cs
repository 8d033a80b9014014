using CallFlows.Emulator.Hosting;

namespace CallFlows.Emulator.Streams;

/// <summary>How long somebody takes to say something: as long as a prompt would.</summary>
internal static class SpeechTime
{
    public static TimeSpan Of(string text, PromptOptions options)
    {
        TimeSpan time = TimeSpan.FromSeconds(text.Length / options.CharactersPerSecond);
        return time < options.MinimumDuration ? options.MinimumDuration : time;
    }
}
