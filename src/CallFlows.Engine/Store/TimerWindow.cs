namespace CallFlows.Engine.Store;

/// <summary>The timers that are due next.</summary>
/// <param name="Timers">The earliest ones.</param>
/// <param name="Until">The store may hold more timers due at or after this time; null when these were all.</param>
internal sealed record TimerWindow(IReadOnlyList<TimerRecord> Timers, DateTimeOffset? Until);
