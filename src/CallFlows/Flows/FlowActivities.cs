namespace CallFlows.Flows;

/// <summary>Activities that are not the author's, by name.</summary>
public static class FlowActivities
{
    /// <summary>The one activity that sends the actions of calls to the service.</summary>
    public const string CallAction = "CallFlows.CallAction";
}
