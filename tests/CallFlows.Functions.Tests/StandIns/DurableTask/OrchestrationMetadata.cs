using CallFlows.Functions.Tests.StandIns;

namespace Microsoft.DurableTask.Client;

[Official("Microsoft.DurableTask.Client", "microsoft/durabletask-dotnet: src/Client/Core/OrchestrationMetadata.cs")]
public sealed class OrchestrationMetadata(string name, string instanceId)
{
    public string Name { get; } = name;

    public string InstanceId { get; } = instanceId;

    public DataConverter? DataConverter { get; init; }

    public OrchestrationRuntimeStatus RuntimeStatus { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset LastUpdatedAt { get; init; }

    public string? SerializedInput { get; init; }

    public string? SerializedOutput { get; init; }

    public string? SerializedCustomStatus { get; init; }

    public TaskFailureDetails? FailureDetails { get; init; }

    public T? ReadInputAs<T>() => DataConverter is null
        ? throw new InvalidOperationException("The metadata was fetched without inputs.")
        : DataConverter.Deserialize<T>(SerializedInput);
}
