using CallFlows.Durable;
using CallFlows.Emulator.Phones;
using CallFlows.Endpoints;
using CallFlows.Flows;
using CallFlows.Samples;
using CallFlows.Samples.Clinic;
using CallFlows.Samples.Shop;
using CallFlows.Testing.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.Testing.Tests;

/// <summary>The sample flows over the whole path: phone, emulator, HTTP, engine and back, with and without replay after every event.</summary>
public sealed class SampleFlowTests
{
    private static readonly PhoneNumber Patient = CallEndpoint.Phone("+14255550121");

    private readonly InMemoryClinic _clinic = new(new Appointment("A-1", Patient, "Monday at ten"));
    private readonly InMemoryShop _shop = new(new Order("421337", "packed"));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AppointmentLine_PatientIsSilentThenConfirms_SavesTheDecision(bool replay)
    {
        await using CallFlowTestHost host = await StartAsync(replay);

        PhoneRun patient = host.Phone(Patient.Number).Run(PhoneScript.Create()
            .Calls(SampleNumbers.Clinic.Number)
            .Hears("You have an appointment").Hears("I did not hear you", HearPoint.End).Says("yes")
            .Hears("see you then", HearPoint.End).WaitsForHangUp());

        await ExpectCompletedAsync(host, patient);
        _clinic.Decisions.Should().Equal(new Dictionary<string, string> { ["A-1"] = "confirm" });
    }

    [Fact]
    public async Task AppointmentLine_TwoHundredPatientsAtOnce_AreAllServed()
    {
        Appointment[] appointments =
            [.. Enumerable.Range(0, 200).Select(i => new Appointment($"A-{i}", CallEndpoint.Phone($"+1425556{i:D4}"), "Monday at ten"))];
        InMemoryClinic clinic = new(appointments);
        await using CallFlowTestHost host = await CallFlowTestHost.StartAsync(
            flows => flows.AddSamples(),
            options => options.Services = services => services.AddSingleton<IClinic>(clinic).AddSingleton<IShop>(_shop));

        List<PhoneRun> patients = [];
        using (host.Time.Hold())
        {
            patients.AddRange(appointments.Select(appointment => host.Phone(appointment.Patient.Number).Run(PhoneScript.Create()
                .Calls(SampleNumbers.Clinic.Number)
                .Hears("You have an appointment").Presses("2")
                .Hears("is cancelled", HearPoint.End).WaitsForHangUp())));
        }

        foreach (PhoneRun patient in patients)
        {
            await ExpectCompletedAsync(host, patient);
        }

        clinic.Decisions.Should().HaveCount(200).And.OnlyContain(decision => decision.Value == "cancel");
    }

    [Fact]
    public async Task AppointmentLine_Stranger_IsTurnedAway()
    {
        await using CallFlowTestHost host = await StartAsync();

        PhoneRun stranger = host.Phone("+14255550199").Run(PhoneScript.Create().Calls(SampleNumbers.Clinic.Number));
        PhoneScriptResult result = await host.RunUntilAsync(stranger.Completion);

        result.End.Should().Be(PhoneScriptEnd.CallEnded, result.ToString());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task OrderLine_AgentTakesTheCall_FlowEndsTransferred(bool replay)
    {
        await using CallFlowTestHost host = await StartAsync(replay);
        PhoneRun agent = host.Phone(SampleNumbers.Sales.Number).Run(
            PhoneScript.Create().Answers(TimeSpan.FromSeconds(2)).WaitsFor(TimeSpan.FromMinutes(1)).HangsUp());

        PhoneRun customer = host.Phone("+14255550124").Run(OrderScript().Hears("press 0").Presses("0").WaitsForHangUp());

        await ExpectCompletedAsync(host, customer);
        await ExpectCompletedAsync(host, agent);
        FlowOutput output = await OutputAsync(host);
        output.Outcome.Should().Be("completed");
        output.Calls.Should().ContainSingle().Which.End!.Reason.Should().Be(Calls.CallEndReason.Transferred);
        _shop.Callbacks.Should().BeEmpty();
    }

    [Theory]
    [InlineData("busy")]
    [InlineData("declines")]
    [InlineData("silent")]
    public async Task OrderLine_AgentDoesNotTakeTheCall_CustomerIsCalledBack(string agent)
    {
        await using CallFlowTestHost host = await StartAsync();
        host.Phone(SampleNumbers.Sales.Number).OnRing(agent switch
        {
            "busy" => RingBehavior.Busy,
            "declines" => RingBehavior.Decline(TimeSpan.FromSeconds(3)),
            _ => RingBehavior.Ignore,
        });

        PhoneRun customer = host.Phone("+14255550124").Run(
            OrderScript().Hears("press 0").Presses("0").Hears("Nobody is free", HearPoint.End).WaitsForHangUp());

        await ExpectCompletedAsync(host, customer);
        await OutputAsync(host);
        _shop.Callbacks.Should().Equal(CallEndpoint.Phone("+14255550124"));
    }

    [Fact]
    public async Task OrderLine_CustomerHangsUp_OutcomeSaysSo()
    {
        await using CallFlowTestHost host = await StartAsync();

        PhoneRun customer = host.Phone("+14255550124").Run(
            PhoneScript.Create().Calls(SampleNumbers.Shop.Number).Hears("order number").Presses("42").HangsUp());

        await ExpectCompletedAsync(host, customer);
        (await OutputAsync(host)).Outcome.Should().Be("caller hung up");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Reminder_NoAnswerThenKeeps_CallsTwiceAndSavesOnce(bool replay)
    {
        await using CallFlowTestHost host = await StartAsync(replay);
        PhoneRun patient = host.Phone(Patient.Number).Run(PhoneScript.Create()
            .LetsRing().Answers(TimeSpan.FromSeconds(4)).Hears("Press 1 to keep").Presses("1").WaitsForHangUp());

        string id = await host.Flows.StartAsync<Reminder, Appointment, ReminderOutcome>(new Appointment("A-1", Patient, "Monday at ten"));
        FlowOutput output = await host.RunUntilAsync(host.Flows.WaitAsync(id));

        await ExpectCompletedAsync(host, patient);
        output.Result.To<ReminderOutcome>().Should().Be(ReminderOutcome.Kept);
        output.Calls.Should().HaveCount(2);
        _clinic.Decisions["A-1"].Should().Be("keep");
    }

    [Theory]
    [InlineData("busy")]
    [InlineData("declines")]
    [InlineData("silent")]
    public async Task Reminder_NeverReached_GivesUpAfterThreeAttempts(string behavior)
    {
        await using CallFlowTestHost host = await StartAsync();
        host.Phone(Patient.Number).OnRing(behavior switch
        {
            "busy" => RingBehavior.Busy,
            "declines" => RingBehavior.Decline(TimeSpan.FromSeconds(3)),
            _ => RingBehavior.Ignore,
        });

        string id = await host.Flows.StartAsync<Reminder, Appointment, ReminderOutcome>(new Appointment("A-1", Patient, "Monday at ten"));
        FlowOutput output = await host.RunUntilAsync(host.Flows.WaitAsync(id));

        output.Result.To<ReminderOutcome>().Should().Be(ReminderOutcome.NotReached);
        output.Calls.Should().HaveCount(3);
        host.Time.GetUtcNow().Should().BeAfter(new DateTimeOffset(2026, 1, 5, 11, 15, 0, TimeSpan.Zero));
    }

    private static PhoneScript OrderScript() => PhoneScript.Create()
        .Calls(SampleNumbers.Shop.Number)
        .Hears("order number").Presses("421337")
        .Hears("You entered").Presses("1")
        .Hears("Your order is packed", HearPoint.End);

    private static async Task ExpectCompletedAsync(CallFlowTestHost host, PhoneRun run)
    {
        PhoneScriptResult result = await host.RunUntilAsync(run.Completion);
        result.IsCompleted.Should().BeTrue(result.ToString());
    }

    private static async Task<FlowOutput> OutputAsync(CallFlowTestHost host)
    {
        OrchestrationPage page = await host.Orchestrations.QueryAsync(new OrchestrationQuery());
        return await host.RunUntilAsync(host.Flows.WaitAsync(page.Instances.Should().ContainSingle().Which.InstanceId));
    }

    private Task<CallFlowTestHost> StartAsync(bool replay = false) => CallFlowTestHost.StartAsync(
        flows => flows.AddSamples(),
        options =>
        {
            options.ReplayAfterEveryEvent = replay;
            options.Services = services => services.AddSingleton<IClinic>(_clinic).AddSingleton<IShop>(_shop);
        });
}
