namespace CallFlows.Conformance.Scenarios;

/// <summary>A request of the official client that the emulator answered.</summary>
internal sealed record ObservedRequest(string Scenario, string By, OperationPath Operation, int Status)
{
    public bool Succeeded => Status is >= 200 and < 300;
}
