namespace CallFlows.Engine.Instances;

/// <summary>Something an instance's next turn takes in.</summary>
internal abstract class InstanceMessage
{
    /// <summary>Whether the message comes again when its turn could not be committed, as nobody else would send it again.</summary>
    public abstract bool IsKeptOnFailure { get; }

    /// <summary>The turn that took it in is durable.</summary>
    public virtual void Acknowledge()
    {
    }

    /// <summary>The turn that took it in was lost.</summary>
    public virtual void Fail(Exception error)
    {
    }
}
