namespace CallFlows.Durable;

/// <summary>An activity or a sub-orchestration failed, after the retries it was given.</summary>
public sealed class TaskFailedException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="taskName">The name of the activity or orchestrator.</param>
    /// <param name="failure">What went wrong in it.</param>
    public TaskFailedException(string taskName, FailureDetails failure)
        : base($"'{taskName}' failed: {failure?.Message}")
    {
        ArgumentNullException.ThrowIfNull(failure);
        TaskName = taskName;
        Failure = failure;
    }

    /// <summary>The name of the activity or orchestrator that failed.</summary>
    public string TaskName { get; }

    /// <summary>What went wrong in it.</summary>
    public FailureDetails Failure { get; }
}
