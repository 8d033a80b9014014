using System.Collections.Frozen;
using Microsoft.IdentityModel.Tokens;

namespace CallFlows.CallAutomation.Security;

/// <summary>An issuer and its keys by id.</summary>
internal sealed record SigningKeySet(string Issuer, FrozenDictionary<string, RsaSecurityKey> Keys);
