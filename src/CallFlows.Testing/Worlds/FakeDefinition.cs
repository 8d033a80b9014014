using CallFlows.Flows.Registration;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.Testing.Worlds;

/// <summary>How an activity is faked.</summary>
/// <param name="Activity">The request's type.</param>
/// <param name="Handler">The handler's interface.</param>
/// <param name="AddTo">Registers the fake's handler with the container.</param>
/// <param name="Name">Names the activity to the flows, where no handler of the application's does.</param>
internal sealed record FakeDefinition(Type Activity, Type Handler, Action<IServiceCollection> AddTo, Action<CallFlowsBuilder> Name);
