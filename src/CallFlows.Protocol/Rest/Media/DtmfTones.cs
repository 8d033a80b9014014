namespace CallFlows.Protocol.Rest;

/// <summary>The sixteen tones as the service writes them.</summary>
public static class DtmfTones
{
    /// <summary>Key 0.</summary>
    public const string Zero = "zero";

    /// <summary>Key 1.</summary>
    public const string One = "one";

    /// <summary>Key 2.</summary>
    public const string Two = "two";

    /// <summary>Key 3.</summary>
    public const string Three = "three";

    /// <summary>Key 4.</summary>
    public const string Four = "four";

    /// <summary>Key 5.</summary>
    public const string Five = "five";

    /// <summary>Key 6.</summary>
    public const string Six = "six";

    /// <summary>Key 7.</summary>
    public const string Seven = "seven";

    /// <summary>Key 8.</summary>
    public const string Eight = "eight";

    /// <summary>Key 9.</summary>
    public const string Nine = "nine";

    /// <summary>Key A.</summary>
    public const string A = "a";

    /// <summary>Key B.</summary>
    public const string B = "b";

    /// <summary>Key C.</summary>
    public const string C = "c";

    /// <summary>Key D.</summary>
    public const string D = "d";

    /// <summary>Key #.</summary>
    public const string Pound = "pound";

    /// <summary>Key *.</summary>
    public const string Asterisk = "asterisk";
}
