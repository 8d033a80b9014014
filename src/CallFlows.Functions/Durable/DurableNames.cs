namespace CallFlows.Functions.Durable;

/// <summary>The names of the app's durable functions, as the task hub has them. Changing one is a change to every history.</summary>
internal static class DurableNames
{
    /// <summary>The one orchestrator, which runs every flow.</summary>
    public const string Orchestrator = "CallFlow";

    /// <summary>The activity that sends actions of calls.</summary>
    public const string CallAction = "CallAction";

    /// <summary>The activity that runs the author's activities.</summary>
    public const string Activity = "Activity";
}
