using CallFlows.Endpoints;

namespace CallFlows.Samples.Clinic;

/// <summary>The clinic's diary.</summary>
public interface IClinic
{
    /// <summary>The appointment of a patient, by phone; null when there is none.</summary>
    Task<Appointment?> FindAsync(CallEndpoint patient, CancellationToken cancellationToken);

    /// <summary>Keeps a decision; false when there is no such appointment.</summary>
    Task<bool> DecideAsync(string appointmentId, string decision, CancellationToken cancellationToken);
}
