using CallFlows.Actions;
using CallFlows.Durable;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.Flows.Running;

/// <summary>Tells a flow since when callbacks have reached the application: what the process knows and a history does not.</summary>
internal static class ListeningActivity
{
    public const string Name = "CallFlows.ListeningSince";

    /// <summary>The activity; its input is the time in the flow. It answers null where nobody keeps account: then callbacks always have.</summary>
    public static Activity From(IServiceProvider services) => (context, _) =>
        Task.FromResult(Payload.From(services.GetService<ICallbackListener>() is { } listener
            ? listener.ListeningSince ?? context.Input.To<DateTimeOffset>()
            : (DateTimeOffset?)null));
}
