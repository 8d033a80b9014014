using CallFlows.Flows.Registration;
using CallFlows.Samples.Clinic;
using CallFlows.Samples.Shop;

namespace CallFlows.Samples;

/// <summary>The sample flows, their activities, and which calls they take.</summary>
public static class SampleFlows
{
    /// <summary>Adds the samples. The application gives them their <see cref="IClinic"/> and <see cref="IShop"/>.</summary>
    public static CallFlowsBuilder AddSamples(this CallFlowsBuilder flows)
    {
        ArgumentNullException.ThrowIfNull(flows);
        return flows
            .Add<AppointmentLine>(when => when.Called(SampleNumbers.Clinic.Number))
            .Add<OrderLine>(when => when.Called(SampleNumbers.Shop.Number))
            .Add<Reminder, Appointment, ReminderOutcome>()
            .AddActivity<FindAppointmentHandler>()
            .AddActivity<SaveDecisionHandler>()
            .AddActivity<FindOrderHandler>()
            .AddActivity<RequestCallbackHandler>();
    }
}
