using CallFlows.Actions;

namespace CallFlows.Tests.Harness;

/// <summary>What the service does with one action.</summary>
internal delegate Task<CallActionResult> Behaviour(FakeAction action);
