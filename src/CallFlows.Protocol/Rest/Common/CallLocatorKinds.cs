namespace CallFlows.Protocol.Rest;

/// <summary>Values of <see cref="CallLocatorModel.Kind"/>.</summary>
public static class CallLocatorKinds
{
    /// <summary>By group call id.</summary>
    public const string GroupCall = "groupCallLocator";

    /// <summary>By server call id.</summary>
    public const string ServerCall = "serverCallLocator";

    /// <summary>By room id.</summary>
    public const string RoomCall = "roomCallLocator";
}
