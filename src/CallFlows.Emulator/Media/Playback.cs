using CallFlows.Emulator.Switchboard;

namespace CallFlows.Emulator.Media;

/// <summary>One prompt playing to the participants who hear it.</summary>
internal sealed class Playback(Prompt prompt, IReadOnlyList<Participant> audience)
{
    public Prompt Prompt { get; } = prompt;

    public void Begin()
    {
        foreach (Participant participant in audience)
            participant.Leg.PromptStarted(this);
    }

    public void End(bool interrupted)
    {
        foreach (Participant participant in audience)
            participant.Leg.PromptEnded(this, interrupted);
    }
}
