using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CallFlows.Durable;
using CallFlows.Emulator.Phones;
using CallFlows.Endpoints;
using CallFlows.Flows;
using CallFlows.Functions.Hosting;
using CallFlows.Functions.Tests.Hosting;
using CallFlows.Samples;
using CallFlows.Samples.Clinic;
using CallFlows.Samples.Shop;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.Functions.Tests;

/// <summary>Whole calls of the samples (src/CallFlows.Samples), from the first event to the last, through the function classes alone.</summary>
public sealed class WholeCallTests
{
    private static readonly PhoneNumber Patient = CallEndpoint.Phone("+14255550121");

    private readonly InMemoryClinic _clinic = new(new Appointment("A-1", Patient, "Monday at ten"));
    private readonly InMemoryShop _shop = new(new Order("421337", "packed"));

    public static TheoryData<GatewayKind, bool> Ways => new()
    {
        { GatewayKind.Sdk, true },
        { GatewayKind.Sdk, false },
        { GatewayKind.Rest, true },
        { GatewayKind.Rest, false },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Inbound_PatientIsSilentThenConfirms_SavesTheDecisionAndEnds(GatewayKind gateway, bool replay)
    {
        await using FunctionsWorld world = await StartAsync(gateway, replay);

        PhoneRun patient = world.Phone(Patient.Number).Run(PhoneScript.Create()
            .Calls(SampleNumbers.Clinic.Number)
            .Hears("You have an appointment").Hears("I did not hear you", HearPoint.End).Says("yes")
            .Hears("see you then", HearPoint.End).WaitsForHangUp());

        await ExpectCompletedAsync(world, patient);
        _clinic.Decisions.Should().Equal(new Dictionary<string, string> { ["A-1"] = "confirm" });
        FlowOutput output = await OutputAsync(world);
        output.Outcome.Should().Be("completed");
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Outbound_PatientAnswersTheSecondCall_ReminderIsKept(GatewayKind gateway, bool replay)
    {
        await using FunctionsWorld world = await StartAsync(gateway, replay);
        PhoneRun patient = world.Phone(Patient.Number).Run(PhoneScript.Create()
            .LetsRing().Answers(TimeSpan.FromSeconds(2)).Hears("Press 1 to keep").Presses("1").Hears("Thank you", HearPoint.End).WaitsForHangUp());

        HttpResponseMessage started = await world.OperateAsync(
            HttpMethod.Post,
            "flows/Reminder?id=reminder-1",
            new StringContent("""{"id":"A-1","patient":"+14255550121","day":"Monday","clinic":"+14255550177"}""", Encoding.UTF8, "application/json"));

        started.StatusCode.Should().Be(HttpStatusCode.Created, await started.Content.ReadAsStringAsync());
        await ExpectCompletedAsync(world, patient);
        FlowOutput output = await world.RunUntilAsync(world.Flows.WaitAsync("reminder-1"));
        output.Result.To<ReminderOutcome>().Should().Be(ReminderOutcome.Kept);
        JsonElement shown = await world.OperateAsync(HttpMethod.Get, "instances/reminder-1").ContinueWith(Read).Unwrap();
        shown.GetProperty("flow").GetString().Should().Be("Reminder");
        shown.GetProperty("outcome").GetString().Should().Be("completed");
        output.Calls.Should().HaveCount(2).And.OnlyContain(call => call.From == CallEndpoint.Phone("+14255550177"));
    }

    [Fact]
    public async Task Inbound_CustomerAsksForAPerson_CallIsTransferred()
    {
        await using FunctionsWorld world = await StartAsync(GatewayKind.Sdk, replay: true);
        PhoneRun agent = world.Phone(SampleNumbers.Sales.Number).Run(
            PhoneScript.Create().Answers(TimeSpan.FromSeconds(2)).WaitsFor(TimeSpan.FromMinutes(1)).HangsUp());

        PhoneRun customer = world.Phone("+14255550124").Run(PhoneScript.Create()
            .Calls(SampleNumbers.Shop.Number)
            .Hears("order number").Presses("421337")
            .Hears("You entered").Presses("1")
            .Hears("Your order is packed", HearPoint.End).Hears("press 0").Presses("0").WaitsForHangUp());

        await ExpectCompletedAsync(world, customer);
        await ExpectCompletedAsync(world, agent);
        FlowOutput output = await OutputAsync(world);
        output.Calls.Should().ContainSingle().Which.End!.Reason.Should().Be(Calls.CallEndReason.Transferred);
    }

    [Fact]
    public async Task Inbound_CallerHangsUpInTheMiddle_FlowEndsWithTheCall()
    {
        await using FunctionsWorld world = await StartAsync(GatewayKind.Sdk, replay: true);

        PhoneRun patient = world.Phone(Patient.Number).Run(PhoneScript.Create()
            .Calls(SampleNumbers.Clinic.Number).Hears("You have an appointment").HangsUp());

        await ExpectCompletedAsync(world, patient);
        FlowOutput output = await OutputAsync(world);
        output.Outcome.Should().Be("caller hung up");
        _clinic.Decisions.Should().BeEmpty();
    }

    private static async Task<JsonElement> Read(Task<HttpResponseMessage> answer) =>
        await (await answer).Content.ReadFromJsonAsync<JsonElement>();

    private static async Task ExpectCompletedAsync(FunctionsWorld world, PhoneRun run)
    {
        PhoneScriptResult result = await world.RunUntilAsync(run.Completion);
        result.End.Should().Be(PhoneScriptEnd.Completed, result.ToString());
    }

    /// <summary>What the one flow that a call has started leaves behind.</summary>
    private static async Task<FlowOutput> OutputAsync(FunctionsWorld world)
    {
        OrchestrationPage page = await world.Orchestrations.QueryAsync(new OrchestrationQuery());
        return await world.RunUntilAsync(world.Flows.WaitAsync(page.Instances.Should().ContainSingle().Subject.InstanceId));
    }

    private Task<FunctionsWorld> StartAsync(GatewayKind gateway, bool replay) => FunctionsWorld.StartAsync(
        flows => flows.AddSamples(),
        services => services.AddSingleton<IClinic>(_clinic).AddSingleton<IShop>(_shop),
        gateway,
        replay);
}
