namespace CallFlows.Testing.Records;

/// <summary>A piece of work that a flow asked for.</summary>
/// <typeparam name="TActivity">The request's type.</typeparam>
/// <param name="Request">What was asked for.</param>
/// <param name="At">When it was first run, since the test's start.</param>
/// <param name="ExecutionId">The same for every delivery of this piece of work.</param>
/// <param name="Deliveries">How often it was run: more than once after a crash, or when its attempts failed.</param>
public sealed record ActivityRequest<TActivity>(TActivity Request, TimeSpan At, string ExecutionId, int Deliveries);
