using CallFlows.Durable;
using CallFlows.Emulator.Phones;
using CallFlows.Endpoints;
using CallFlows.Engine;
using CallFlows.Flows;
using CallFlows.Samples;
using CallFlows.Samples.Clinic;
using CallFlows.Samples.Shop;
using CallFlows.Testing.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.Testing.Tests.Replay;

/// <summary>Calls of the sample flows, each in a world of its own, so that their histories can be taken.</summary>
internal static class SampleCalls
{
    public const string Order = "421337";

    public static readonly PhoneNumber Patient = CallEndpoint.Phone("+14255550121");

    public static readonly PhoneNumber Customer = CallEndpoint.Phone("+14255550124");

    private static readonly Appointment Appointment = new("A-1", Patient, "Monday at ten");

    /// <summary>All of them, by the name of their file.</summary>
    public static IReadOnlyDictionary<string, Func<CallFlowTestHost, Task<string>>> All { get; } = new Dictionary<string, Func<CallFlowTestHost, Task<string>>>
    {
        ["appointment-confirmed"] = host => EndedAsync(host, Patient, PhoneScript.Create()
            .Calls(SampleNumbers.Clinic.Number)
            .Hears("You have an appointment").Hears("I did not hear you", HearPoint.End).Says("yes")
            .Hears("see you then", HearPoint.End).WaitsForHangUp()),
        ["appointment-undecided"] = host => EndedAsync(host, Patient, PhoneScript.Create()
            .Calls(SampleNumbers.Clinic.Number).Hears("call again", HearPoint.End).WaitsForHangUp()),
        ["appointment-stranger"] = host => EndedAsync(host, CallEndpoint.Phone("+14255550199"), PhoneScript.Create().Calls(SampleNumbers.Clinic.Number)),
        ["order-transferred"] = host =>
        {
            host.Phone(SampleNumbers.Sales.Number).Run(PhoneScript.Create().Answers(TimeSpan.FromSeconds(2)).WaitsFor(TimeSpan.FromMinutes(1)).HangsUp());
            return EndedAsync(host, Customer, OrderScript().Hears("press 0").Presses("0").WaitsForHangUp());
        },
        ["order-called-back"] = host =>
        {
            host.Phone(SampleNumbers.Sales.Number).OnRing(RingBehavior.Busy);
            return EndedAsync(host, Customer, OrderScript().Hears("press 0").Presses("0").Hears("Nobody is free", HearPoint.End).WaitsForHangUp());
        },
        ["order-hung-up"] = host => EndedAsync(
            host, Customer, PhoneScript.Create().Calls(SampleNumbers.Shop.Number).Hears("order number").Presses("42").HangsUp()),
        ["order-live"] = OrderUnderWayAsync,
        ["reminder-kept"] = async host =>
        {
            host.Phone(Patient.Number).Run(PhoneScript.Create()
                .LetsRing().Answers(TimeSpan.FromSeconds(4)).Hears("Press 1 to keep").Presses("1").WaitsForHangUp());
            string id = await host.Flows.StartAsync<Reminder, Appointment, ReminderOutcome>(Appointment, "reminder-A-1");
            await host.RunUntilAsync(host.Flows.WaitAsync(id));
            return id;
        },
        ["reminder-live"] = async host =>
        {
            host.Phone(Patient.Number).OnRing(RingBehavior.Busy);
            string id = await host.Flows.StartAsync<Reminder, Appointment, ReminderOutcome>(Appointment, "reminder-A-1");
            await host.RunUntilAsync(Task.Delay(TimeSpan.FromMinutes(5), host.Time));
            return id;
        },
    };

    /// <summary>A customer has keyed in the order number and is asked whether it is right.</summary>
    public static async Task<string> OrderUnderWayAsync(CallFlowTestHost host)
    {
        PhoneRun customer = host.Phone(Customer.Number).Run(PhoneScript.Create()
            .Calls(SampleNumbers.Shop.Number).Hears("order number").Presses(Order).Hears("You entered").WaitsFor(TimeSpan.FromHours(1)));
        await host.RunUntilAsync(Task.Delay(TimeSpan.FromSeconds(15), host.Time));
        customer.Completion.IsCompleted.Should().BeFalse();
        return await OnlyAsync(host);
    }

    /// <summary>Starts a world with the samples.</summary>
    public static Task<CallFlowTestHost> StartAsync() => CallFlowTestHost.StartAsync(
        flows => flows.AddSamples(),
        options => options.Services = services => services
            .AddSingleton<IClinic>(new InMemoryClinic(Appointment))
            .AddSingleton<IShop>(new InMemoryShop(new Order(Order, "packed"))));

    /// <summary>The engine of a world.</summary>
    public static OrchestrationEngine EngineOf(CallFlowTestHost host) => host.Services.GetRequiredService<OrchestrationEngine>();

    /// <summary>The code of the samples.</summary>
    public static DurableRegistry RegistryOf(CallFlowTestHost host) => host.Services.GetRequiredService<DurableRegistry>();

    private static PhoneScript OrderScript() => PhoneScript.Create()
        .Calls(SampleNumbers.Shop.Number)
        .Hears("order number").Presses(Order)
        .Hears("You entered").Presses("1")
        .Hears("Your order is packed", HearPoint.End);

    private static async Task<string> EndedAsync(CallFlowTestHost host, PhoneNumber caller, PhoneScript script)
    {
        await host.RunUntilAsync(host.Phone(caller.Number).Run(script).Completion);
        string id = await OnlyAsync(host);
        await host.RunUntilAsync(host.Flows.WaitAsync(id));
        return id;
    }

    private static async Task<string> OnlyAsync(CallFlowTestHost host) =>
        (await host.Orchestrations.QueryAsync(new OrchestrationQuery { ExceptNames = BookkeepingFlows.Names })).Instances.Should().ContainSingle().Which.InstanceId;
}
