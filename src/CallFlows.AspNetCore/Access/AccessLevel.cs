namespace CallFlows.AspNetCore.Access;

/// <summary>What a request may do.</summary>
internal enum AccessLevel
{
    Refused,

    /// <summary>From this machine; sees phone numbers masked.</summary>
    Local,

    /// <summary>With the key; sees everything.</summary>
    Full,
}
