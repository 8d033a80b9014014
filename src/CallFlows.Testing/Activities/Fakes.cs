using System.Reflection;
using CallFlows.Flows;
using CallFlows.Testing.Worlds;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.Testing.Activities;

/// <summary>Finds out what an activity gives back, which a fake is made without.</summary>
internal static class Fakes
{
    private static readonly MethodInfo Definition =
        typeof(Fakes).GetMethod(nameof(DefineTyped), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <exception cref="ArgumentException">The type is no activity.</exception>
    public static FakeDefinition Define<TActivity>(FakeActivity<TActivity> fake)
        where TActivity : class
    {
        Type contract = typeof(TActivity).GetInterfaces()
            .FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IActivity<>))
            ?? throw new ArgumentException($"{typeof(TActivity).Name} is no activity; it must implement IActivity<TResult>.");
        return (FakeDefinition)Definition.MakeGenericMethod(typeof(TActivity), contract.GetGenericArguments()[0]).Invoke(null, [fake])!;
    }

    private static FakeDefinition DefineTyped<TActivity, TResult>(FakeActivity<TActivity> fake)
        where TActivity : class, IActivity<TResult> => new(
            typeof(TActivity),
            typeof(IActivityHandler<TActivity, TResult>),
            services => services.AddSingleton<IActivityHandler<TActivity, TResult>>(new FakeHandler<TActivity, TResult>(fake)),
            flows => flows.AddActivity<FakeHandler<TActivity, TResult>>());
}
