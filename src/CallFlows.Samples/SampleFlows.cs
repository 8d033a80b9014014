using CallFlows.Endpoints;
using CallFlows.Flows.Registration;
using CallFlows.Samples.Clinic;
using CallFlows.Samples.Shop;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CallFlows.Samples;

/// <summary>The sample flows, their activities, and which calls they take.</summary>
public static class SampleFlows
{
    /// <summary>
    /// Adds the samples. An application that registers no <see cref="IClinic"/> and <see cref="IShop"/> of its own gets ones that forget everything
    /// when it ends.
    /// </summary>
    /// <param name="flows">The application's flows.</param>
    /// <param name="settings">The numbers to work with; null for made-up ones.</param>
    /// <exception cref="ArgumentException">A number is not in E.164.</exception>
    public static CallFlowsBuilder AddSamples(this CallFlowsBuilder flows, SampleSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(flows);
        flows.Services.TryAddSingleton<IClinic>(new InMemoryClinic(Appointments(settings?.PatientNumber, settings?.ClinicNumber)));
        flows.Services.TryAddSingleton<IShop>(new InMemoryShop(new Order("123456", "on its way and arrives tomorrow")));
        return flows
            .Add<AppointmentLine>(when => when.Called(settings?.ClinicNumber ?? SampleNumbers.Clinic.Number))
            .Add<OrderLine>(when => when.Called(settings?.ShopNumber ?? SampleNumbers.Shop.Number))
            .Add<Reminder, Appointment, ReminderOutcome>()
            .AddActivity<FindAppointmentHandler>()
            .AddActivity<SaveDecisionHandler>()
            .AddActivity<FindOrderHandler>()
            .AddActivity<RequestCallbackHandler>();
    }

    private static IEnumerable<Appointment> Appointments(string? patient, string? clinic) => patient is null
        ? []
        : [new Appointment("sample", CallEndpoint.Phone(patient), "Monday", clinic is null ? null : CallEndpoint.Phone(clinic))];
}
