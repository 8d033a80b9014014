using CallFlows.Emulator.Faults;
using CallFlows.Emulator.Rest;

namespace CallFlows.Emulator.Hosting;

/// <summary>
/// Is told what the emulated service does, whatever becomes of the answers and callbacks that tell the app of it. Members are called where it
/// happens, some on the switchboard's own turn: be quick, and don't call the emulator.
/// </summary>
public interface IEmulatorObserver
{
    /// <summary>A request took effect.</summary>
    /// <param name="entry">As in the action log.</param>
    void Acted(ActionLogEntry entry);

    /// <summary>An event happened, and a callback is to tell of it.</summary>
    /// <param name="callConnectionId">The connection it is about.</param>
    /// <param name="type">Its name, such as <c>PlayCompleted</c>.</param>
    /// <param name="operationContext">The operation context of the request that caused it; null for none.</param>
    void Happened(string callConnectionId, string type, string? operationContext);

    /// <summary>A fault rule has hit something.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="name">The operation or the event; null for a ring.</param>
    void Struck(FaultRule rule, string? name);
}
