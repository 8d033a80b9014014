using CallFlows.ServiceEvents;

namespace CallFlows.Flows.Addressing;

/// <summary>One event on its way to the handlers there were when it came.</summary>
/// <param name="Event">The event.</param>
/// <param name="Handlers">Their activities.</param>
internal sealed record Handling(ServiceEvent Event, IReadOnlyList<string> Handlers);
