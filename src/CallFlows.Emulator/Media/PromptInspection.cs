using CallFlows.Emulator.Switchboard;

namespace CallFlows.Emulator.Media;

/// <summary>How long a prompt takes, or why it can't be played.</summary>
internal readonly record struct PromptInspection(TimeSpan Duration, ResultInfo? Failure)
{
    public static PromptInspection Plays(TimeSpan duration) => new(duration, null);

    public static PromptInspection Fails(ResultInfo failure) => new(TimeSpan.Zero, failure);
}
