namespace CallFlows.Engine.Redaction;

/// <summary>One value that was masked.</summary>
/// <param name="Event">The number of its event, from 1.</param>
/// <param name="Payload">What brought it, by the name to keep it by.</param>
/// <param name="Path">Where it stands in there.</param>
internal sealed record MaskedValue(int Event, string Payload, string Path);
