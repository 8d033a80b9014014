using CallFlows.Durable;
using CallFlows.Flows;

namespace CallFlows.Samples.Clinic;

/// <summary>Keeps what a patient decided.</summary>
/// <param name="AppointmentId">Which appointment.</param>
/// <param name="Decision">The label of the option chosen.</param>
public sealed record SaveDecision(string AppointmentId, string Decision) : IActivity<bool>;

/// <summary>Writes into the clinic's diary. Writing the same decision twice changes nothing.</summary>
public sealed class SaveDecisionHandler(IClinic clinic) : IActivityHandler<SaveDecision, bool>
{
    /// <inheritdoc/>
    public Task<bool> HandleAsync(SaveDecision request, ActivityContext context, CancellationToken cancellationToken) =>
        clinic.DecideAsync(request.AppointmentId, request.Decision, cancellationToken);
}
