using Azure.Core.Serialization;
using CallFlows.Durable;
using Microsoft.DurableTask;

namespace CallFlows.Functions.Tests.Hosting;

/// <summary>Writes and reads what crosses to the task hub with the worker's serialiser, as the durable extension does.</summary>
internal sealed class PortDataConverter(ObjectSerializer serializer) : DataConverter
{
    public override string? Serialize(object? value) =>
        value is null ? null : serializer.Serialize(value, value.GetType(), CancellationToken.None).ToString();

    public override object? Deserialize(string? data, Type targetType) =>
        data is null ? null : serializer.Deserialize(BinaryData.FromString(data).ToStream(), targetType, CancellationToken.None);

    public Payload ToPayload(object? value) => Serialize(value) is { } json ? Payload.Parse(json) : Payload.Null;

    public T? FromPayload<T>(Payload payload) => Deserialize<T>(payload.ToString());
}
