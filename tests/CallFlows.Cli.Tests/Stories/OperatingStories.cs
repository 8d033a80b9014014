using System.Text.Json;
using CallFlows.Cli.Tests.Running;
using CallFlows.Durable;
using Microsoft.AspNetCore.Http;

namespace CallFlows.Cli.Tests.Stories;

public sealed class OperatingStories
{
    [Fact]
    public async Task Signal_WithData_ReachesTheFlow()
    {
        await using FlowWorld world = await FlowWorld.StartAsync();
        await world.StartErrandAsync("a/b c?");

        CliRun run = (await world.Cli.RunAsync("signal", "a/b c?", "Done", "\"Ann\"")).Done();

        run.Lines.Should().Equal("Sent Done to a/b c?.");
        (await world.EndAsync("a/b c?")).Result.To<string>().Should().Be("buy milk by Ann");
    }

    [Fact]
    public async Task Signal_SentAgain_SaysThatNothingChanged()
    {
        await using FlowWorld world = await FlowWorld.StartAsync();
        await world.StartErrandAsync("errand-1");

        (await world.Cli.RunAsync("signal", "errand-1", "Other", "--signal-id", "once")).Done();
        CliRun again = (await world.Cli.RunAsync("signal", "errand-1", "Other", "--signal-id", "once")).Done();
        CliRun json = (await world.Cli.RunAsync("signal", "errand-1", "Other", "-1", "--json")).Done();

        again.Lines.Should().Equal("Other was sent before; nothing changed.");
        json.Json.GetProperty("result").GetString().Should().Be("accepted");
    }

    [Fact]
    public async Task Flow_SuspendedAndResumed_GoesOn()
    {
        await using FlowWorld world = await FlowWorld.StartAsync();
        await world.StartErrandAsync("errand-1");

        CliRun suspended = (await world.Cli.RunAsync("suspend", "errand-1", "--reason", "the shop is closed")).Done();
        await world.Cli.RunAsync("signal", "errand-1", "Done", "\"Ann\"");
        OrchestrationState held = await world.StateAsync("errand-1");
        CliRun resumed = (await world.Cli.RunAsync("resume", "errand-1")).Done();

        suspended.Lines.Should().Equal("Errand errand-1 is suspended.");
        held.Status.Should().Be(OrchestrationStatus.Suspended);
        resumed.Lines.Should().ContainSingle().Which.Should().StartWith("Errand errand-1 is ");
        (await world.EndAsync("errand-1")).Result.To<string>().Should().Be("buy milk by Ann");
        (await world.Cli.RunAsync("history", "errand-1")).Out.Should().Contain("the shop is closed");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Resume_OfCodeThatIsStillWrong_FailsWithTheReason(bool json)
    {
        const string stopped = """{"id":"r2","flow":"Reminder","status":"failed","failure":{"errorType":"Wrong","message":"No orchestrator\n'Reminder'."}}""";
        await using StubHost host = await StubHost.StartAsync((context, _) => context.Response.WriteAsync(stopped));

        CliRun run = await new Operator(host.Url).RunAsync(["resume", "r2", .. json ? ["--json"] : Array.Empty<string>()]);

        run.ExitCode.Should().Be(ExitCodes.Failed);
        run.Error.TrimEnd().Should().Be("callflows: after the resume Reminder r2 is failed: No orchestrator 'Reminder'.");
        if (json)
        {
            run.Json.GetProperty("status").GetString().Should().Be("failed");
        }
        else
        {
            run.Out.Should().BeEmpty();
        }
    }

    [Fact]
    public async Task Help_OfSignal_ShowsWhatMayBeLeftOut()
    {
        CliRun all = await new Operator().RunAsync("--help");
        CliRun signal = await new Operator().RunAsync("signal", "--help");

        all.Done().Out.Should().Contain("signal <id> <name>  ").And.NotContain("<json>");
        signal.Done().Out.Should().Contain("signal <id> <name> [<json>]");
    }

    [Theory]
    [InlineData(new[] { "--reason", "asked for" }, """{"reason":"asked for"}""")]
    [InlineData(new[] { "--output", """{"a":[1]}""" }, """{"a":[1]}""")]
    [InlineData(new string[0], "null")]
    public async Task Flow_Terminated_LeavesWhatTheOperatorSays(string[] note, string output)
    {
        await using FlowWorld world = await FlowWorld.StartAsync();
        await world.StartErrandAsync("errand-1");

        CliRun run = (await world.Cli.RunAsync(["terminate", "errand-1", .. note])).Done();

        run.Lines.Should().Equal("Errand errand-1 is terminated.");
        OrchestrationState state = await world.StateAsync("errand-1");
        state.Status.Should().Be(OrchestrationStatus.Terminated);
        state.Output.ToString().Should().Be(output);
    }

    [Fact]
    public async Task Change_ForAProgram_IsTheFlowAsJson()
    {
        await using FlowWorld world = await FlowWorld.StartAsync();
        await world.StartErrandAsync("errand-1");

        JsonElement json = (await world.Cli.RunAsync("terminate", "errand-1", "--json", "--reason", "asked for")).Done().Json;

        json.GetProperty("outcome").GetString().Should().Be("ended by an operator: asked for");
    }

    [Fact]
    public async Task Purge_OfOneFlow_DeletesIt()
    {
        await using FlowWorld world = await FlowWorld.StartAsync();
        await world.StartErrandAsync("errand-1");
        await world.StartErrandAsync("errand-2");
        await world.Host.Orchestrations.TerminateAsync("errand-1");

        CliRun run = (await world.Cli.RunAsync("purge", "errand-1")).Done();

        run.Lines.Should().Equal("Purged 1 flow.");
        (await world.InstancesAsync()).Should().Equal("errand-2");
    }

    [Fact]
    public async Task Purge_OfOldFlows_DeletesThemHoweverMany()
    {
        await using FlowWorld world = await FlowWorld.StartAsync();
        foreach (int number in Enumerable.Range(1, 510))
        {
            await world.StartErrandAsync($"errand-{number}");
            await world.Host.Orchestrations.TerminateAsync($"errand-{number}");
        }

        await world.PassAsync(TimeSpan.FromDays(31));
        await world.StartErrandAsync("young");
        await world.Host.Orchestrations.TerminateAsync("young");

        CliRun other = (await world.Cli.RunAsync("purge", "--older-than", "30d", "--flow", "NotingLine")).Done();
        CliRun completed = (await world.Cli.RunAsync("purge", "--older-than", "30d", "--status", "completed")).Done();
        CliRun all = (await world.Cli.RunAsync("purge", "--older-than", "30d", "--flow", "Errand", "--json")).Done();

        other.Lines.Should().Equal("Purged 0 flows.");
        completed.Lines.Should().Equal("Purged 0 flows.");
        all.Json.GetProperty("purged").GetInt32().Should().Be(510);
        (await world.InstancesAsync()).Should().Equal("young");
    }
}
