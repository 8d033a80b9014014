using CallFlows.Testing.Activities;
using CallFlows.Testing.Callers;
using CallFlows.Testing.Records;

namespace CallFlows.Testing.Assertions;

/// <summary>Assertions about calls, callers and activities. A failure shows the transcript.</summary>
public static class CallFlowAssertionExtensions
{
    /// <summary>Asserts something about a call.</summary>
    /// <param name="call">The call.</param>
    public static CallRecordAssertions Should(this CallRecord call) => new(call);

    /// <summary>Asserts something about what somebody heard.</summary>
    /// <param name="caller">Who.</param>
    public static VirtualCallerAssertions Should(this VirtualCaller caller) => new(caller);

    /// <summary>Asserts something about what was asked of a faked activity.</summary>
    /// <typeparam name="TActivity">The request's type.</typeparam>
    /// <param name="fake">The fake.</param>
    public static FakeActivityAssertions<TActivity> Should<TActivity>(this FakeActivity<TActivity> fake)
        where TActivity : class => new(fake);
}
