namespace CallFlows.Engine.Instances;

/// <summary>Something an instance's next turn takes in.</summary>
internal abstract class InstanceMessage
{
    /// <summary>Whether the message comes again when its turn could not be committed, as nobody else would send it again.</summary>
    public abstract bool IsKeptOnFailure { get; }

    /// <summary>Whether the receiver most likely isn't there yet: the store is asked only when it turns out to be.</summary>
    public virtual bool ExpectsNoInstance => false;

    /// <summary>A turn takes it in, not always the first one that does.</summary>
    public virtual void Begin()
    {
    }

    /// <summary>The turn that took it in is durable.</summary>
    public virtual void Acknowledge()
    {
    }

    /// <summary>The turn that took it in was lost.</summary>
    public virtual void Fail(Exception error)
    {
    }
}
