using CallFlows.Flows;
using CallFlows.Recognition;
using CallFlows.Testing;
using CallFlows.Testing.Callers;
using CallFlows.Testing.Exploration;

namespace CallFlows.Docs.Tests.Snippets.Testing;

public sealed class ReorderLineExploration
{
    private static CallFlowTest Line<TFlow>()
        where TFlow : InboundCallFlow => CallFlowTest.For<TFlow>()
            .With<IBooks>(() => new Books())
            .Always("an order is saved at most once", run => Saved(run) <= 1)
            .AtTheEnd("an order is saved only if the caller said yes", run => Saved(run) == 0 || SaidYes(run))
            .Never("recording is on while digits are asked", run => run.Calls.Any(call => call.IsRecording && call.IsAskingForDigits));

    private static int Saved(CallFlowTest run) => ((Books)run.Get<IBooks>()).Orders.Count;

    private static bool SaidYes(CallFlowTest run) => run.Happenings.Any(happening => happening.Text == "presses 1");

    private static async Task CallerOrdersAsync(CallFlowTest run)
    {
        VirtualCaller caller = await run.CallAsync();
        await caller.Hears("six digit order number");
        await caller.Presses("424242");
        await caller.Hears("The same once more?");
        await caller.Presses(Tone.One);
        await caller.Hears("It is on its way");
        await caller.IsHungUpOn();
    }

    [Fact]
    public async Task ReorderLine_WhateverGoesWrong_KeepsItsPromises()
    {
        ExplorationResult result = await Line<ReorderLine>().ExploreAsync(CallerOrdersAsync);

        result.Schedules.Should().BeGreaterThan(100);
    }

    [Fact]
    public async Task ReorderLine_TwoThingsGoWrong_KeepsItsPromises()
    {
        await Line<ReorderLine>().ExploreAsync(CallerOrdersAsync, options =>
        {
            options.Depth = 2;
            options.Seed = 7;
            options.MaxSchedules = 180;
        });
    }

    [Fact]
    public async Task HastyLine_Explored_IsFoundToSaveTooEarly()
    {
        Func<Task> exploring = () => Line<HastyLine>().ExploreAsync(CallerOrdersAsync);

        await ReportShouldBeAsync("hasty", exploring);
    }

    [Fact]
    public async Task ForgetfulLine_Explored_IsFoundToRecordDigits()
    {
        Func<Task> exploring = () => Line<ForgetfulLine>().ExploreAsync(CallerOrdersAsync);

        await ReportShouldBeAsync("forgetful", exploring);
    }

    /// <summary>The reports that the guide shows are those that are printed.</summary>
    private static async Task ReportShouldBeAsync(string which, Func<Task> exploring)
    {
        string report = (await exploring.Should().ThrowAsync<ExplorationException>()).Which.Message;
        string guide = await File.ReadAllTextAsync(Reading.Repository.FullPath("docs/testing.md"));
        guide.Should().Contain($"```text\n{report.TrimEnd()}\n```", $"the guide shows the report of the {which} copy");
    }
}
