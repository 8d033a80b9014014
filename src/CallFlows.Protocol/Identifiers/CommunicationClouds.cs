namespace CallFlows.Protocol.Identifiers;

/// <summary>Values of an identifier's cloud.</summary>
public static class CommunicationClouds
{
    /// <summary>The public cloud.</summary>
    public const string Public = "public";

    /// <summary>The cloud of the US department of defense.</summary>
    public const string Dod = "dod";

    /// <summary>The US government cloud, GCC High.</summary>
    public const string Gcch = "gcch";
}
