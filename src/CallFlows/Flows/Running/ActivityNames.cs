namespace CallFlows.Flows.Running;

/// <summary>An activity goes by the name of its request's type: it is what histories hold, so renaming the type is a change to them.</summary>
internal static class ActivityNames
{
    public static string Of(Type request) => request.Name;
}
