namespace CallFlows.Emulator.Streams;

/// <summary>What a stream reports of itself (wire reference, 4.3).</summary>
internal enum StreamChange
{
    Started,
    Resumed,
    Updated,
    Stopped,
    Failed,
}
