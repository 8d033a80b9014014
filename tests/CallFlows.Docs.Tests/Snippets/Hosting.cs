using CallFlows.Calls.Transcripts;
using CallFlows.Durable;
using CallFlows.Endpoints;
using CallFlows.Flows;
using CallFlows.Samples.Clinic;
using CallFlows.Samples.Shop;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.Docs.Tests.Snippets;

/// <summary>How an application names its flows and uses them.</summary>
public static class Hosting
{
    /// <summary>Flows, routes and activities.</summary>
    public static void AddFlows(IServiceCollection services)
    {
        services.AddCallFlows(flows => flows
            .Add<AppointmentLine>(when => when.Called("+14255550100"))
            .Add<Survey>(
                when => when.CalledMatching("+1425555*").CallerMatching("+49*"),
                when => when.WithHeader("X-MS-Custom-Topic", "survey"))
            .Add<OrderLine>(when => when.Otherwise())
            .Add<Reminder, Appointment, ReminderOutcome>()
            .AddActivity<FindAppointmentHandler>()
            .AddActivity<SaveDecisionHandler>());
    }

    /// <summary>Starts a flow by hand and waits for its result.</summary>
    public static async Task<ReminderOutcome> Remind(CallFlowClient flows)
    {
        Appointment appointment = new("a-17", CallEndpoint.Phone("+14255550123"), "Monday at nine");
        string id = await flows.StartAsync<Reminder, Appointment, ReminderOutcome>(appointment, instanceId: "reminder-a-17");

        FlowOutput output = await flows.WaitAsync(id);
        foreach (CallTranscriptEntry entry in output.Calls.SelectMany(call => call.Entries))
        {
            Console.WriteLine($"{entry.Time:T} {entry.Speaker}: {entry.Text}");
        }

        return output.Result.To<ReminderOutcome>();
    }

    /// <summary>Where a flow is now.</summary>
    public static async Task<FlowStatus?> WhereIs(IOrchestrationClient orchestrations, string id)
    {
        OrchestrationState? state = await orchestrations.GetAsync(id);
        return state?.CustomStatus.To<FlowStatus>();
    }
}
