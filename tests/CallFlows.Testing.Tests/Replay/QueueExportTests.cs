using System.Text;
using CallFlows.Durable;
using CallFlows.Emulator.Phones;
using CallFlows.Engine;
using CallFlows.Flows.Registration;
using CallFlows.Testing.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.Testing.Tests.Replay;

/// <summary>What an execution begins with that continues another one is redacted too; so are flows that operators have held or ended.</summary>
public sealed class QueueExportTests
{
    private const string Caller = "+14255550133";

    private static void Flows(CallFlowsBuilder flows) => flows.Add<Queue.Line>(when => when.Otherwise());

    /// <summary>Lets somebody wait until the flow has begun anew three times.</summary>
    private static async Task<(CallFlowTestHost Host, string Id)> WaitInLineAsync()
    {
        CallFlowTestHost host = await CallFlowTestHost.StartAsync(Flows);
        host.Phone(Caller).Run(PhoneScript.Create().Calls("+14255550177").WaitsForHangUp());
        await host.RunUntilAsync(Task.Delay(TimeSpan.FromSeconds(200), host.Time));
        return (host, (await host.Orchestrations.QueryAsync(new())).Instances.Should().ContainSingle().Which.InstanceId);
    }

    private static async Task<RecordedHistory> ExportAsync(CallFlowTestHost host, string id)
    {
        RecordedHistory history = (await host.Services.GetRequiredService<OrchestrationEngine>().ExportAsync(id))!;
        string text = Encoding.UTF8.GetString(HistoryFile.Write(history));
        foreach (string personal in new[] { "5550133", "5550177", "Somebody", "Anna", id })
        {
            text.Should().NotContain(personal);
        }

        RecordedHistory read = HistoryFile.Read(Encoding.UTF8.GetBytes(text), "file");
        HistoryReplay.FindDeparture(read, SampleCalls.RegistryOf(host)).Should().BeNull();
        return read;
    }

    [Fact]
    public async Task Export_OfAFlowThatContinuedAsNew_HoldsItsPresentExecution()
    {
        (CallFlowTestHost host, string id) = await WaitInLineAsync();
        await using CallFlowTestHost _ = host;

        RecordedHistory history = await ExportAsync(host, id);

        history.Execution.Should().Be(4);
        history.Events[0].Payload.ToString().Should().StartWith("{\"$continuation\":").And.Contain("\"incomingCallContext\":\"removed\"").And.Contain("\"rounds\":3");
    }

    [Fact]
    public async Task Export_AfterASignal_HoldsNobodyOfIt()
    {
        (CallFlowTestHost host, string id) = await WaitInLineAsync();
        await using CallFlowTestHost _ = host;
        await host.Flows.SignalAsync(id, new Queue.Ready("Anna"), signalId: "anna-1");
        await host.RunUntilAsync(host.Flows.WaitAsync(id));

        RecordedHistory history = await ExportAsync(host, id);

        history.Status.Should().Be(OrchestrationStatus.Completed);
        history.Events.Should().Contain(happened => happened.Payload.ToString().Contains("\"signal\":\"Ready\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Export_OfAFlowThatIsHeld_Fits()
    {
        (CallFlowTestHost host, string id) = await WaitInLineAsync();
        await using CallFlowTestHost _ = host;
        await host.Orchestrations.SuspendAsync(id, "Anna asked for it");

        RecordedHistory history = await ExportAsync(host, id);

        history.Status.Should().Be(OrchestrationStatus.Suspended);
        history.Events[^1].Reason.Should().StartWith("text-");
    }

    [Fact]
    public async Task Export_OfAFlowThatWasTerminated_Fits()
    {
        (CallFlowTestHost host, string id) = await WaitInLineAsync();
        await using CallFlowTestHost _ = host;
        await host.Orchestrations.TerminateAsync(id, Payload.From(new { reason = "Anna rang us" }));

        RecordedHistory history = await ExportAsync(host, id);

        history.Status.Should().Be(OrchestrationStatus.Terminated);
        history.Events[^1].Type.Should().Be(HistoryEventType.ExecutionTerminated);
    }
}
