#nullable disable

using CallFlows.Functions.Tests.StandIns;

namespace Azure.Communication.CallAutomation;

[Official("Azure.Communication.CallAutomation", "Azure/azure-sdk-for-net: sdk/communication/Azure.Communication.CallAutomation/api/Azure.Communication.CallAutomation.net8.0.cs")]
public readonly struct CallRejectReason
{
    private readonly string _value;

    public CallRejectReason(string value) => _value = value ?? throw new ArgumentNullException(nameof(value));

    public static CallRejectReason Busy { get; } = new("busy");

    public static CallRejectReason Forbidden { get; } = new("forbidden");

    public static CallRejectReason None { get; } = new("none");

    public static implicit operator CallRejectReason(string value) => new(value);

    public override string ToString() => _value;
}
