namespace CallFlows.Emulator.Switchboard;

/// <summary>A call as a call locator names it.</summary>
internal readonly record struct CallLocation(CallLocationKind Kind, string Id);

internal enum CallLocationKind
{
    ServerCall,
    GroupCall,
    Room,
}
