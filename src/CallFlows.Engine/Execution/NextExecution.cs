using CallFlows.Durable;

namespace CallFlows.Engine.Execution;

/// <summary>How the code wants to go on as new.</summary>
internal sealed record NextExecution(Payload Input, bool KeepEvents);
