using System.Text.Json;
using CallFlows.Cli.Tests.Running;

namespace CallFlows.Cli.Tests.Stories;

public sealed class LookingStories
{
    [Fact]
    public async Task List_OfSeveralFlows_ShowsWhereEachStands()
    {
        await using FlowWorld world = await FlowWorld.StartAsync();
        string call = await world.CallAsync();
        await world.StartErrandAsync("errand-1", "fail");
        await world.Host.Orchestrations.WaitForCompletionAsync("errand-1");

        CliRun run = (await world.Cli.RunAsync("list")).Done();

        run.Lines.Should().HaveCount(3);
        run.Lines[0].Should().MatchRegex(@"^ID +FLOW +STATUS +CREATED \(UTC\) +WHERE / OUTCOME$");
        run.Lines[1].Should().MatchRegex(@"^errand-1 +Errand +failed +2026-01-05 09:00:\d\d +failed: Nobody could go\.$");
        run.Lines[2].Should().MatchRegex($@"^{call} +NotingLine +running +2026-01-05 09:00:\d\d +WaitForSignalAsync Note FlowWorld\.cs:\d+$");
    }

    [Fact]
    public async Task List_OfNothing_SaysSo()
    {
        await using FlowWorld world = await FlowWorld.StartAsync();

        (await world.Cli.RunAsync("list")).Done().Lines.Should().Equal("No flows.");
    }

    [Theory]
    [InlineData(new[] { "--caller", FlowWorld.Caller }, true)]
    [InlineData(new[] { "--caller", "4:" + FlowWorld.Caller, "--called", FlowWorld.Called }, true)]
    [InlineData(new[] { "--caller", FlowWorld.Called }, false)]
    [InlineData(new[] { "--status", "running", "--status", "failed" }, true)]
    [InlineData(new[] { "--status", "completed" }, false)]
    [InlineData(new[] { "--flow", "NotingLine", "--flow-version", "1" }, true)]
    [InlineData(new[] { "--flow", "Errand" }, false)]
    [InlineData(new[] { "--flow-version", "2" }, false)]
    [InlineData(new[] { "--tag", "called:4:" + FlowWorld.Called }, true)]
    [InlineData(new[] { "--tag", "ward:3" }, false)]
    [InlineData(new[] { "--from", "2h" }, true)]
    [InlineData(new[] { "--from", "2026-01-05T09:00", "--to", "2026-01-05T09:01" }, true)]
    [InlineData(new[] { "--to", "2026-01-05" }, false)]
    public async Task List_WithAFilter_ShowsWhatFits(string[] filter, bool found)
    {
        await using FlowWorld world = await FlowWorld.StartAsync();
        string call = await world.CallAsync();

        CliRun run = (await world.Cli.RunAsync(["list", .. filter])).Done();

        run.Out.Contains(call, StringComparison.Ordinal).Should().Be(found, run.Out);
    }

    [Fact]
    public async Task List_LongerThanItsLimit_SaysThatThereIsMore()
    {
        await using FlowWorld world = await FlowWorld.StartAsync();
        foreach (int number in Enumerable.Range(1, 3))
        {
            await world.StartErrandAsync($"errand-{number}");
        }

        CliRun cut = (await world.Cli.RunAsync("list", "--limit", "2")).Done();
        CliRun whole = (await world.Cli.RunAsync("list", "--limit", "3")).Done();

        cut.Lines.Should().HaveCount(4);
        cut.Lines[^1].Should().StartWith("There are more than these 2");
        whole.Lines.Should().HaveCount(4);
        whole.Lines[^1].Should().StartWith("errand-1");
    }

    [Fact]
    public async Task List_ForAProgram_IsJson()
    {
        await using FlowWorld world = await FlowWorld.StartAsync();
        await world.StartErrandAsync("errand-1");
        await world.StartErrandAsync("errand-2");

        JsonElement json = (await world.Cli.RunAsync("--json", "list", "--limit", "1")).Done().Json;

        json.GetProperty("instances").EnumerateArray().Should().ContainSingle().Which.GetProperty("id").GetString().Should().Be("errand-2");
        json.GetProperty("continuationToken").GetString().Should().NotBeEmpty();
    }

    [Fact]
    public async Task Show_OfACall_TellsWhereItStandsWhatWasSaidAndWhatHappened()
    {
        await using FlowWorld world = await FlowWorld.StartAsync();
        string call = await world.CallAsync();

        CliRun run = (await world.Cli.RunAsync("show", "latest")).Done();

        run.Out.Should().ContainAll(
            call, "NotingLine, version 1", "running", "4:+1425•••0123", "WaitForSignalAsync Note FlowWorld.cs:", "Thank you for calling.", "# ", "activityScheduled", "hangUp");
        run.Out.Should().NotContain(FlowWorld.Caller);
    }

    [Fact]
    public async Task Show_OfAFlowThatFailed_TellsWhy()
    {
        await using FlowWorld world = await FlowWorld.StartAsync();
        await world.StartErrandAsync("errand-1", "fail");
        await world.Host.Orchestrations.WaitForCompletionAsync("errand-1");

        CliRun run = (await world.Cli.RunAsync("show", "errand-1")).Done();

        run.Lines.Should().Contain(line => line.StartsWith("Failure", StringComparison.Ordinal) && line.EndsWith("System.InvalidOperationException: Nobody could go.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Show_ForAProgram_HoldsAllThreeParts()
    {
        await using FlowWorld world = await FlowWorld.StartAsync();
        string call = await world.CallAsync();

        JsonElement json = (await world.Cli.RunAsync("show", call, "--json")).Done().Json;

        json.GetProperty("instance").GetProperty("id").GetString().Should().Be(call);
        json.GetProperty("transcript").GetProperty("calls")[0].GetProperty("from").GetString().Should().Be("4:+1425•••0123");
        json.GetProperty("history").GetProperty("events")[0].GetProperty("type").GetString().Should().Be("executionStarted");
    }

    [Fact]
    public async Task History_OfAFlow_ShowsPayloadsWhenAskedTo()
    {
        await using FlowWorld world = await FlowWorld.StartAsync();
        await world.StartErrandAsync("errand-1", "call +14255550123 about the milk");

        CliRun without = (await world.Cli.RunAsync("history", "errand-1")).Done();
        CliRun with = (await world.Cli.RunAsync("history", "errand-1", "--payloads", "1000")).Done();
        CliRun cut = (await world.Cli.RunAsync("history", "errand-1", "--payloads", "5")).Done();

        without.Lines[0].Should().Be("Errand errand-1 (running)");
        without.Lines[1].Should().StartWith("#").And.NotContain("DATA");
        without.Lines[2].Should().MatchRegex(@"^1 +2026-01-05 09:00:00\.000 +executionStarted +Errand$");
        with.Lines[1].Should().EndWith("DATA");
        with.Lines[2].Should().EndWith("\"call +1425•••0123 about the milk\"");
        cut.Lines[2].Should().EndWith("\"call… (34 bytes)");
    }

    [Fact]
    public async Task History_LongerThanOnePage_IsReadToItsEnd()
    {
        await using FlowWorld world = await FlowWorld.StartAsync();
        await world.StartErrandAsync("errand-1");
        foreach (int number in Enumerable.Range(1, 1005))
        {
            await world.Host.Flows.SignalAsync("errand-1", number, "Other");
        }

        CliRun run = (await world.Cli.RunAsync("history", "errand-1")).Done();

        run.Lines.Should().HaveCount(2 + 1 + 1005);
        run.Lines[^1].Should().StartWith("1006 ").And.Contain("signal Other");
    }

    [Fact]
    public async Task Transcript_OfACall_IsShownAsTextOrJson()
    {
        await using FlowWorld world = await FlowWorld.StartAsync();
        string call = await world.CallAsync();

        CliRun text = (await world.Cli.RunAsync("transcript", call)).Done();
        JsonElement json = (await world.Cli.RunAsync("transcript", call, "--json")).Done().Json;

        text.Lines[0].Should().Be($"NotingLine {call} (running)");
        text.Out.Should().Contain("Call 1, inbound, +1425•••0123 -> +1425•••0100, 2026-01-05 UTC").And.Contain("Thank you for calling.");
        json.GetProperty("instanceId").GetString().Should().Be(call);
    }

    [Fact]
    public async Task Text_OfOthers_ReachesNoTerminalAsACommand()
    {
        await using FlowWorld world = await FlowWorld.StartAsync();
        await world.StartErrandAsync("errand\u001b[2J[red]");

        CliRun run = (await world.Cli.RunAsync("list")).Done();

        run.Out.Should().Contain("errand?[2J[red]").And.NotContain("\u001b");
    }
}
