using System.Collections.Concurrent;
using CallFlows.Endpoints;

namespace CallFlows.Samples.Clinic;

/// <summary>A diary that forgets everything when the program ends.</summary>
public sealed class InMemoryClinic(params IEnumerable<Appointment> appointments) : IClinic
{
    private readonly ConcurrentDictionary<string, Appointment> _appointments = new(appointments.ToDictionary(a => a.Id));
    private readonly ConcurrentDictionary<string, string> _decisions = new();

    /// <summary>What patients decided, by appointment.</summary>
    public IReadOnlyDictionary<string, string> Decisions => _decisions;

    /// <inheritdoc/>
    public Task<Appointment?> FindAsync(CallEndpoint patient, CancellationToken cancellationToken) =>
        Task.FromResult(_appointments.Values.FirstOrDefault(appointment => appointment.Patient == patient));

    /// <inheritdoc/>
    public Task<bool> DecideAsync(string appointmentId, string decision, CancellationToken cancellationToken)
    {
        bool known = _appointments.ContainsKey(appointmentId);
        if (known)
        {
            _decisions[appointmentId] = decision;
        }

        return Task.FromResult(known);
    }
}
