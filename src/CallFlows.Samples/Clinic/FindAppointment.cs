using CallFlows.Durable;
using CallFlows.Endpoints;
using CallFlows.Flows;

namespace CallFlows.Samples.Clinic;

/// <summary>Looks up the appointment of whoever calls; null when there is none.</summary>
/// <param name="Caller">Who calls.</param>
public sealed record FindAppointment(CallEndpoint Caller) : IActivity<Appointment?>;

/// <summary>Asks the clinic's diary.</summary>
public sealed class FindAppointmentHandler(IClinic clinic) : IActivityHandler<FindAppointment, Appointment?>
{
    /// <inheritdoc/>
    public Task<Appointment?> HandleAsync(FindAppointment request, ActivityContext context, CancellationToken cancellationToken) =>
        clinic.FindAsync(request.Caller, cancellationToken);
}
