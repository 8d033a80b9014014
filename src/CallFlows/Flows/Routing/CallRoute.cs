namespace CallFlows.Flows.Routing;

/// <summary>Which incoming calls go to a flow: those that meet every condition.</summary>
/// <param name="Flow">The flow's name.</param>
/// <param name="Description">The conditions in words.</param>
/// <param name="Conditions">The conditions; none for a fallback.</param>
internal sealed record CallRoute(string Flow, string Description, IReadOnlyList<Func<IncomingCallNotification, bool>> Conditions)
{
    public bool IsFallback => Conditions.Count == 0;

    public bool Matches(IncomingCallNotification call)
    {
        foreach (Func<IncomingCallNotification, bool> condition in Conditions)
        {
            if (!condition(call))
            {
                return false;
            }
        }

        return true;
    }
}
