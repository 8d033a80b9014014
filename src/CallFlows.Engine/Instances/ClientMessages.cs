using CallFlows.Durable;

namespace CallFlows.Engine.Instances;

internal sealed class StartMessage(OrchestratorRegistration code, Payload input, IReadOnlyDictionary<string, string> tags)
    : ClientMessage<bool>(false)
{
    public OrchestratorRegistration Code { get; } = code;

    public IReadOnlyDictionary<string, string> Tags { get; } = tags;

    public override bool ExpectsNoInstance => true;

    public Payload Input { get; } = input;
}

internal sealed class RaiseEventMessage(string name, string eventId, Payload data)
    : ClientMessage<RaiseEventResult>(RaiseEventResult.NotFound)
{
    public string Name { get; } = name;

    public string EventId { get; } = eventId;

    public Payload Data { get; } = data;
}

internal sealed class SuspendMessage(string? reason) : ClientMessage<bool>(false)
{
    public string? Reason { get; } = reason;
}

internal sealed class ResumeMessage(string? reason) : ClientMessage<bool>(false)
{
    public string? Reason { get; } = reason;
}

internal sealed class TerminateMessage(Payload output) : ClientMessage<bool>(false)
{
    public Payload Output { get; } = output;
}

internal sealed class PurgeMessage() : ClientMessage<bool>(false);
