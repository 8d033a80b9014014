using CallFlows.Durable;

namespace CallFlows.Engine.Execution;

/// <summary>Code of an execution did something illegal outside its turns.</summary>
internal sealed record StopReport(string InstanceId, int Generation, FailureDetails Failure);
