using CallFlows.Emulator.Hosting;
using CallFlows.Flows;
using CallFlows.Testing.Activities;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.Testing;

/// <content>Before the first call.</content>
public sealed partial class CallFlowTest
{
    /// <summary>Gives the application a service, which outlives its process as a database does.</summary>
    /// <typeparam name="TService">What it is registered as.</typeparam>
    /// <param name="service">The service. To explore, give one that is made for each run.</param>
    /// <exception cref="InvalidOperationException">The test has begun.</exception>
    public CallFlowTest With<TService>(TService service)
        where TService : class
    {
        ArgumentNullException.ThrowIfNull(service);
        _plan.SharedInstances.Add(typeof(TService).Name);
        return Add(typeof(TService), () => service);
    }

    /// <summary>Gives the application a service that is made for each run; <see cref="Get{TService}"/> gives it to the test.</summary>
    /// <typeparam name="TService">What it is registered as.</typeparam>
    /// <param name="create">Makes it.</param>
    /// <exception cref="InvalidOperationException">The test has begun.</exception>
    public CallFlowTest With<TService>(Func<TService> create)
        where TService : class
    {
        ArgumentNullException.ThrowIfNull(create);
        return Add(typeof(TService), create);
    }

    /// <summary>Changes the application's services.</summary>
    /// <param name="configure">Adds to them. What it adds is made anew when the process comes back after a crash.</param>
    /// <exception cref="InvalidOperationException">The test has begun.</exception>
    public CallFlowTest Services(Action<IServiceCollection> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        RequireNotBegun();
        _plan.Services.Add(configure);
        return this;
    }

    /// <summary>Changes the settings of the emulated service.</summary>
    /// <param name="configure">Changes them.</param>
    /// <exception cref="InvalidOperationException">The test has begun.</exception>
    public CallFlowTest Service(Action<EmulatorOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        RequireNotBegun();
        _plan.Emulator.Add(configure);
        return this;
    }

    /// <summary>Sets what the clock shows first. Default 5 January 2026, 09:00 UTC: a Monday.</summary>
    /// <param name="start">The time.</param>
    /// <exception cref="InvalidOperationException">The test has begun.</exception>
    public CallFlowTest At(DateTimeOffset start)
    {
        RequireNotBegun();
        _plan.Start = start.ToUniversalTime();
        return this;
    }

    /// <summary>Rebuilds every flow from its history after each event, as happens on Azure Functions: shows code that can't be.</summary>
    /// <exception cref="InvalidOperationException">The test has begun.</exception>
    public CallFlowTest ReplayedAfterEveryEvent()
    {
        RequireNotBegun();
        _plan.ReplayAfterEveryEvent = true;
        return this;
    }

    /// <summary>Fakes an activity.</summary>
    /// <typeparam name="TActivity">The request's type.</typeparam>
    /// <param name="fake">Says what it gives back, and tells what was asked.</param>
    /// <exception cref="InvalidOperationException">The test has begun.</exception>
    /// <exception cref="ArgumentException">The type is no activity.</exception>
    public CallFlowTest Fake<TActivity>(out FakeActivity<TActivity> fake)
        where TActivity : class
    {
        RequireNotBegun();
        fake = new FakeActivity<TActivity>(this);
        _plan.Fakes.Add(Fakes.Define(fake));
        return this;
    }

    /// <summary>Fakes an activity.</summary>
    /// <typeparam name="TActivity">The request's type.</typeparam>
    /// <typeparam name="TResult">What it gives back.</typeparam>
    /// <param name="answer">Gives the result.</param>
    /// <exception cref="InvalidOperationException">The test has begun.</exception>
    public CallFlowTest Fake<TActivity, TResult>(Func<TActivity, TResult> answer)
        where TActivity : class, IActivity<TResult>
    {
        ArgumentNullException.ThrowIfNull(answer);
        Fake(out FakeActivity<TActivity> fake);
        fake.Returns(request => answer(request));
        return this;
    }

    private CallFlowTest Add(Type type, Func<object> create)
    {
        RequireNotBegun();
        _plan.Outside.Add(KeyValuePair.Create(type, create));
        return this;
    }

    private void RequireNotBegun()
    {
        if (_world is not null)
        {
            throw new InvalidOperationException("The test has begun; set it up before the first call.");
        }
    }
}
