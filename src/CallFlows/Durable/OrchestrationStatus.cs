namespace CallFlows.Durable;

/// <summary>Where an instance stands. The names are Durable Task's.</summary>
public enum OrchestrationStatus
{
    /// <summary>Stored, not run yet.</summary>
    Pending,

    /// <summary>Running, or waiting for something.</summary>
    Running,

    /// <summary>Held by an operator: it takes events but runs no code until resumed.</summary>
    Suspended,

    /// <summary>Ended with a result.</summary>
    Completed,

    /// <summary>Ended with an error.</summary>
    Failed,

    /// <summary>Ended by an operator.</summary>
    Terminated,
}
