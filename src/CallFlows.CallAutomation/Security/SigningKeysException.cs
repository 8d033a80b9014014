namespace CallFlows.CallAutomation.Security;

/// <summary>An issuer's keys can't be fetched or used.</summary>
internal sealed class SigningKeysException(string message, Exception? innerException = null) : Exception(message, innerException);
