using CallFlows.Emulator.Phones;
using CallFlows.Testing.Hosting;

namespace CallFlows.Docs.Tests.Snippets;

public sealed class ReceptionTests
{
    [Fact]
    public async Task Reception_CallerPressesOne_HearsTheOpeningHours()
    {
        await using CallFlowTestHost host = await CallFlowTestHost.StartAsync(
            flows => flows.Add<Reception>(when => when.Called("+14255550100")));

        PhoneRun caller = host.Phone("+14255550123").Run(PhoneScript.Create()
            .Calls("+14255550100")
            .Hears("For opening hours press 1").Presses("1")
            .Hears("nine to five", HearPoint.End).WaitsForHangUp());

        PhoneScriptResult result = await host.RunUntilAsync(caller.Completion);
        result.IsCompleted.Should().BeTrue(result.ToString());
    }
}
