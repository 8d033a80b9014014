using CallFlows.Durable;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.Flows.Addressing;

/// <summary>Enters a flow into the address book, so that events about one of its calls reach it.</summary>
internal static class ListenToCallActivity
{
    public const string Name = "CallFlows.ListenToCall";

    /// <summary>The activity; its input is the call's <c>serverCallId</c>.</summary>
    public static Activity From(IServiceProvider services) => async (context, cancellationToken) =>
    {
        string serverCallId = context.Input.To<string>()
            ?? throw new InvalidOperationException("A flow can listen only to a call whose serverCallId is known.");
        await services.GetRequiredService<AddressBook>()
            .AddCallAsync(serverCallId, context.InstanceId, cancellationToken).ConfigureAwait(false);
        return Payload.Null;
    };
}
