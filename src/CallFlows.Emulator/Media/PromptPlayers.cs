using CallFlows.Emulator.Hosting;
using CallFlows.Emulator.Switchboard;

namespace CallFlows.Emulator.Media;

/// <summary>Makes players of prompts.</summary>
internal sealed class PromptPlayers(
    EmulatorOptions options, SwitchboardQueue queue, WorkTracker work, PromptInspector inspector)
{
    public PromptPlayer Create(
        IReadOnlyList<Prompt> prompts, bool loop, Func<IReadOnlyList<Participant>> audience,
        Action started, Action finished, Action<int, ResultInfo> failed) =>
        new(options, queue, work, inspector, prompts, loop, audience)
        {
            Started = started,
            Finished = finished,
            Failed = failed,
        };
}
