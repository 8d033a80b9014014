namespace CallFlows.Emulator.Rest;

/// <summary>The identity of a request that may be repeated: its id, for one operation on one path.</summary>
internal readonly record struct RepeatabilityKey(string Method, string Path, Guid RequestId);
