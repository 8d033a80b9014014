using CallFlows.Endpoints;

namespace CallFlows.Samples.Clinic;

/// <summary>A patient's appointment.</summary>
/// <param name="Id">What the clinic calls it.</param>
/// <param name="Patient">The patient's phone.</param>
/// <param name="Day">The day, as it is said.</param>
/// <param name="Clinic">The number the clinic calls from; null for <see cref="SampleNumbers.Clinic"/>.</param>
public sealed record Appointment(string Id, PhoneNumber Patient, string Day, PhoneNumber? Clinic = null);
