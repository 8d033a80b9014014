namespace CallFlows.CallAutomation.Security;

/// <summary>Outcome of checking a callback's token.</summary>
public enum CallbackTokenVerdict
{
    /// <summary>The token is good.</summary>
    Valid,

    /// <summary>There is no bearer token.</summary>
    Missing,

    /// <summary>It isn't a signed JWT of three parts.</summary>
    Malformed,

    /// <summary>It isn't signed with RS256.</summary>
    WrongAlgorithm,

    /// <summary>The issuer has no such key.</summary>
    UnknownKey,

    /// <summary>The signature is wrong.</summary>
    WrongSignature,

    /// <summary>Someone else issued it.</summary>
    WrongIssuer,

    /// <summary>It is meant for someone else.</summary>
    WrongAudience,

    /// <summary>It isn't valid now.</summary>
    OutsideLifetime,

    /// <summary>The issuer's keys could not be fetched: nothing is known about the token, and the sender should try again.</summary>
    KeysUnavailable,
}
