namespace CallFlows.Protocol.Security;

/// <summary>The headers that sign one request.</summary>
/// <param name="Date">Value of <c>x-ms-date</c>.</param>
/// <param name="ContentHash">Value of <c>x-ms-content-sha256</c>.</param>
/// <param name="Authorization">Value of <c>Authorization</c>.</param>
public readonly record struct RequestSignature(string Date, string ContentHash, string Authorization);
