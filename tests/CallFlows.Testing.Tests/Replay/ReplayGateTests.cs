using System.Text;
using CallFlows.Emulator.Phones;
using CallFlows.Engine;
using CallFlows.Flows;
using CallFlows.Flows.Registration;
using CallFlows.Testing.Hosting;
using CallFlows.Testing.Replay;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.Testing.Tests.Replay;

/// <summary>What the gate finds when a flow changes, and what it lets pass.</summary>
public sealed class ReplayGateTests : IDisposable
{
    private const string Caller = "+14255550133";
    private const string Called = "+14255550177";

    private readonly HistoryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Records a call: to its end, or up to the delay after it.</summary>
    private static async Task<RecordedHistory> RecordAsync(bool toItsEnd)
    {
        await using CallFlowTestHost host = await CallFlowTestHost.StartAsync(Flows<HelpDesk.Recorded>());
        PhoneRun caller = host.Phone(Caller).Run(PhoneScript.Create().Calls(Called).WaitsForHangUp());
        await host.RunUntilAsync(caller.Completion);
        string id = (await host.Orchestrations.QueryAsync(new())).Instances.Should().ContainSingle().Which.InstanceId;
        await host.RunUntilAsync(toItsEnd ? host.Flows.WaitAsync(id) : Task.Delay(TimeSpan.FromMinutes(5), host.Time));
        return (await host.Services.GetRequiredService<OrchestrationEngine>().ExportAsync(id))!;
    }

    private static Action<CallFlowsBuilder> Flows<TFlow>()
        where TFlow : InboundCallFlow => flows => flows.Add<TFlow>(when => when.Otherwise()).AddActivity<HelpDesk.Handler>();

    private async Task<IReadOnlyList<BrokenHistory>> FindAsync<TFlow>(bool toItsEnd = true)
        where TFlow : InboundCallFlow
    {
        _folder.With("call.json", await RecordAsync(toItsEnd));
        return ReplayGate.For(Flows<TFlow>()).FindBroken(_folder.Path);
    }

    private async Task ExpectAsync<TFlow>(string problem, bool toItsEnd = true)
        where TFlow : InboundCallFlow => (await FindAsync<TFlow>(toItsEnd)).Should().ContainSingle().Which.Problem.Should().Be(problem);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Gate_SameCode_LetsPass(bool toItsEnd) => (await FindAsync<HelpDesk.Recorded>(toItsEnd)).Should().BeEmpty();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Gate_OtherTextsInputsAndTimes_LetsPass(bool toItsEnd) => (await FindAsync<HelpDesk.OtherTexts>(toItsEnd)).Should().BeEmpty();

    [Fact]
    public Task Gate_StepAdded_NamesIt() => ExpectAsync<HelpDesk.StepAdded>(
        "event 7 of the history is activity 'FindTicket' at HelpDesk.cs:28, but the code makes the call action 'play' at HelpDesk.cs:54");

    [Fact]
    public Task Gate_StepRemoved_NamesIt() => ExpectAsync<HelpDesk.StepRemoved>(
        "event 7 of the history is activity 'FindTicket' at HelpDesk.cs:28, but the code makes the call action 'play' at HelpDesk.cs:68");

    [Fact]
    public Task Gate_PromptBeforeTheHangUpRemoved_NamesTheOtherAction() => ExpectAsync<HelpDesk.PromptRemoved>(
        "event 9 of the history is the call action 'play' at HelpDesk.cs:29, but the code makes the call action 'hangUp' at HelpDesk.cs:81");

    [Fact]
    public Task Gate_StepsSwapped_NamesTheFirstOfThem() => ExpectAsync<HelpDesk.StepsSwapped>(
        "event 13 of the history is the call action 'hangUp' at HelpDesk.cs:30, but the code makes a timer at HelpDesk.cs:192");

    [Fact]
    public Task Gate_ActivityRenamed_NamesBothNames() => ExpectAsync<HelpDesk.ActivityRenamed>(
        "event 7 of the history is activity 'FindTicket' at HelpDesk.cs:28, but the code makes activity 'LookTicketUp' at HelpDesk.cs:92");

    [Fact]
    public Task Gate_OtherActionInTheSamePlace_NamesBothActions() => ExpectAsync<HelpDesk.OtherAction>(
        "event 9 of the history is the call action 'play' at HelpDesk.cs:29, but the code makes the call action 'recognize' at HelpDesk.cs:106");

    [Fact]
    public Task Gate_DelayRemovedFromAFinishedCall_NamesIt() => ExpectAsync<HelpDesk.DelayRemoved>(
        "event 18 of the history is a timer at HelpDesk.cs:31, but the code ends");

    [Fact]
    public Task Gate_DelayRemovedUnderALiveCall_NamesIt() => ExpectAsync<HelpDesk.DelayRemoved>(
        "event 18 of the history is a timer at HelpDesk.cs:31, but the code ends", toItsEnd: false);

    [Fact]
    public Task Gate_FinishedCallThatWouldGoOn_NamesTheNewStep() => ExpectAsync<HelpDesk.GoesOn>("event 21 of the history is the end of the flow, but the code makes activity 'FindTicket' at HelpDesk.cs:134");

    [Fact]
    public async Task Gate_LiveCallThatWouldGoOnLater_LetsPass() => (await FindAsync<HelpDesk.GoesOn>(toItsEnd: false)).Should().BeEmpty();

    [Fact]
    public Task Gate_CodeThatWaitsForSomethingElse_NamesTheLineThatWaits() => ExpectAsync<HelpDesk.Waits>("event 7 of the history is activity 'FindTicket' at HelpDesk.cs:28, but the code waits at HelpDesk.cs:144");

    [Fact]
    public Task Gate_CodeThatThrows_NamesTheError() => ExpectAsync<HelpDesk.Throws>("event 9 of the history is the call action 'play' at HelpDesk.cs:29, but the code makes the call action 'hangUp', as it leaves the flow");

    [Fact]
    public Task Gate_CodeThatReadsAClock_NamesTheLine() => ExpectAsync<HelpDesk.ReadsAClock>(
        "Orchestrator 'HelpDesk' (ReadsAClock) holds code that can't be replayed:\n"
        + "  HelpDesk.cs:167: DateTime.UtcNow can't be replayed; use Flow.UtcNow (CurrentUtcDateTime of the context)");

    [Fact]
    public async Task Gate_SeveralBrokenHistories_TellsOfAllInOneException()
    {
        RecordedHistory live = await RecordAsync(toItsEnd: false);
        _folder.With("a-live.json", live)
            .With("b-of-another-flow.json", live with { Flow = "Switchboard" })
            .With("c-of-a-missing-version.json", live with { Version = 3 })
            .With("d-damaged.json", Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(HistoryFile.Write(live)).Split("\"payload\"")[0]))
            .With("e-of-version-2.json", live with { Version = 2 });

        Action check = () => ReplayGate.For(flows => flows
            .Add<HelpDesk.OtherAction>(when => when.Otherwise()).Add<HelpDesk.SecondVersion>().AddActivity<HelpDesk.Handler>()).Check(_folder.Path);

        check.Should().Throw<ReplayGateException>().Which.Message.Should().Be("""
            5 of 5 recorded histories do not fit the code:

            a-live.json: HelpDesk v1, running
              event 9 of the history is the call action 'play' at HelpDesk.cs:29, but the code makes the call action 'recognize' at HelpDesk.cs:106.
              Calls under way would stop there. Leave version 1 as it was, and make the change in a class of its own: [Flow("HelpDesk", Version = 3)] (docs/flows.md#versions).

            b-of-another-flow.json: Switchboard v1, running
              no flow 'Switchboard' is registered.
              Calls that began with it may be under way and would stop: register its class again, beside others (docs/flows.md#versions); or delete this file when no such call is left.

            c-of-a-missing-version.json: HelpDesk v3, running
              version 3 of the flow is not registered, the highest is 2.
              Calls that began with it may be under way and would stop: register its class again, beside others (docs/flows.md#versions); or delete this file when no such call is left.

            d-damaged.json is damaged at line 16, $.events: Expected start of a property name or value, but instead reached end of data. History files are not written by hand: bring back the file as it was exported, or export the call again.
              A history that can't be read guards nothing.

            e-of-version-2.json: HelpDesk v2, running
              event 7 of the history is activity 'FindTicket' at HelpDesk.cs:28, but the code makes the call action 'play' at HelpDesk.cs:180.
              Calls under way would stop there. Leave version 2 as it was, and make the change in a class of its own: [Flow("HelpDesk", Version = 3)] (docs/flows.md#versions).
            """);
    }

    [Fact]
    public void Gate_FolderWithoutHistories_DoesNotPass()
    {
        Action check = () => ReplayGate.For(Flows<HelpDesk.Recorded>()).Check(_folder.Path);

        check.Should().Throw<InvalidOperationException>().WithMessage($"There is no history (*.json) in {_folder.Path}, so nothing would be checked.*");
    }

    [Fact]
    public void Gate_FolderThatIsNotThere_DoesNotPass()
    {
        Action check = () => ReplayGate.For(Flows<HelpDesk.Recorded>()).Check("NoSuchFolder");

        check.Should().Throw<DirectoryNotFoundException>().WithMessage("There is no folder *NoSuchFolder*Export histories into it*");
    }
}
