using CallFlows.Functions.Tests.StandIns;

namespace Microsoft.DurableTask;

[Official("Microsoft.DurableTask.Abstractions", "microsoft/durabletask-dotnet: src/Abstractions/DataConverter.cs")]
public abstract class DataConverter
{
    public abstract string? Serialize(object? value);

    public abstract object? Deserialize(string? data, Type targetType);

    public virtual T? Deserialize<T>(string? data) => (T?)(Deserialize(data, typeof(T)) ?? default(T));
}
