using CallFlows.Calls;
using CallFlows.Durable;
using CallFlows.Emulator.Phones;
using CallFlows.Endpoints;
using CallFlows.Flows;
using CallFlows.Testing.Hosting;

namespace CallFlows.Testing.Tests;

/// <summary>Keys, hold and mute over the whole path: phone, emulator, HTTP, engine and back.</summary>
public sealed class KeypadTests
{
    private const string Line = "+14255550100";
    private const string Caller = "+14255550123";
    private const string Expert = "+14255550124";

    public sealed class Switchboard : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await using ToneStream keys = await call.StartContinuousDtmfAsync();
            Task<PlayOutcome> welcome = call.PlayAsync("Welcome. Press the number of an extension, then the hash key, at any time.");
            string extension = "";
            while (await keys.NextAsync() is var key && key != Recognition.Tone.Pound)
            {
                extension += Recognition.Tones.ToChar(key);
            }

            await call.CancelAllMediaAsync();
            await welcome;
            await call.AddParticipantAsync(CallEndpoint.Phone(Expert));
            await call.HoldAsync(incoming.From, "One moment please.");
            await call.SendDtmfTonesAsync(extension, to: CallEndpoint.Phone(Expert));
            await call.UnholdAsync(incoming.From);
            await call.PlayAsync("You are connected.");
            await call.HangUpAsync(forEveryone: true);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Caller_KeysInAnExtensionWhileThePromptPlays_IsHeldAndConnected(bool replay)
    {
        await using CallFlowTestHost host = await CallFlowTestHost.StartAsync(
            flows => flows.Add<Switchboard>(when => when.Called(Line)), options => options.ReplayAfterEveryEvent = replay);
        PhoneRun expert = host.Phone(Expert).Run(
            PhoneScript.Create().Answers(TimeSpan.FromSeconds(2)).Hears("You are connected").WaitsForHangUp());

        PhoneRun caller = host.Phone(Caller).Run(PhoneScript.Create()
            .Calls(Line).Hears("Welcome").Presses("1").WaitsFor(TimeSpan.FromSeconds(1)).Presses("7#")
            .Hears("You are connected", HearPoint.End).WaitsForHangUp());

        (await host.RunUntilAsync(caller.Completion)).Should().Match<PhoneScriptResult>(result => result.IsCompleted);
        (await host.RunUntilAsync(expert.Completion)).Should().Match<PhoneScriptResult>(result => result.IsCompleted);
        host.Phone(Expert).Log.Where(entry => entry.Kind == PhoneLogKind.HeardTones).Select(entry => entry.Text).Should().Equal("1", "7");
        host.Phone(Caller).Log.Select(entry => entry.Kind).Should().ContainInOrder(
            PhoneLogKind.PromptInterrupted, PhoneLogKind.PutOnHold, PhoneLogKind.TakenOffHold, PhoneLogKind.PromptStarted);
        FlowOutput output = await OutputAsync(host);
        output.Outcome.Should().Be("completed");
        output.Calls[0].Entries.Select(entry => entry.Text).Should().ContainInOrder(
            "presses 1", "presses 7", "presses #", "puts +1425•••0123 on hold", "sends 17", "takes +1425•••0123 off hold");
    }

    private static async Task<FlowOutput> OutputAsync(CallFlowTestHost host)
    {
        OrchestrationPage page = await host.Orchestrations.QueryAsync(new OrchestrationQuery());
        return await host.RunUntilAsync(host.Flows.WaitAsync(page.Instances.Should().ContainSingle().Which.InstanceId));
    }
}
