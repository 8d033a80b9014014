using CallFlows.Durable;

namespace CallFlows.Flows.Running;

/// <summary>What the runner sees of every kind of flow.</summary>
internal interface IFlow
{
    Task<Payload> RunAsync(FlowContext flow, Payload input);
}
