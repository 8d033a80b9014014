namespace CallFlows.Protocol.Security;

/// <summary>Outcome of checking the signature of a request.</summary>
public enum HmacVerdict
{
    /// <summary>The signature is right.</summary>
    Valid,

    /// <summary>One of the headers <c>Authorization</c>, <c>x-ms-date</c>, <c>x-ms-content-sha256</c> is absent.</summary>
    MissingHeader,

    /// <summary><c>Authorization</c> isn't of the form the service defines.</summary>
    MalformedAuthorization,

    /// <summary><c>x-ms-content-sha256</c> isn't the hash of the body.</summary>
    WrongContentHash,

    /// <summary>The signature isn't that of this request with this key.</summary>
    WrongSignature,
}
