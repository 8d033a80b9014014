namespace CallFlows.Engine;

/// <summary>Decides when activities run. What is due is handed over in the order it was scheduled.</summary>
public abstract class ActivityPacer
{
    /// <summary>
    /// Takes an activity over. Called where it was scheduled, while the engine is busy: set up what runs it and return at once. From then on the
    /// engine is not busy for it, except inside <see cref="PacedActivity.Complete"/>.
    /// </summary>
    /// <param name="activity">The activity. One that is never run, or never completed, is still pending after the next start.</param>
    public abstract void Start(PacedActivity activity);
}
