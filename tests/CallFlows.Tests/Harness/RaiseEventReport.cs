using CallFlows.Durable;
using CallFlows.Events;

namespace CallFlows.Tests.Harness;

/// <summary>An event that was reported, and what became of it.</summary>
internal sealed record RaiseEventReport(CallEvent Event, RaiseEventResult Result);
