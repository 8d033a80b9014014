namespace CallFlows.Flows;

/// <summary>
/// A request for work outside the flow: real I/O, a clock, randomness. The record is the input, stored as JSON; it is executed at least
/// once by its <see cref="IActivityHandler{TActivity, TResult}"/>.
/// </summary>
/// <typeparam name="TResult">What the work gives back, stored as JSON.</typeparam>
#pragma warning disable CA1040 // The interface ties a request to its result's type.
public interface IActivity<TResult>
{
}
#pragma warning restore CA1040
