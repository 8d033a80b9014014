using CallFlows.Emulator.Callbacks;
using CallFlows.Emulator.Hosting;
using CallFlows.Emulator.Https;
using CallFlows.Emulator.Rest;
using CallFlows.Emulator.Streams;
using CallFlows.Emulator.Switchboard;

namespace CallFlows.Emulator.Control;

/// <summary>What the emulator is and does: its addresses, its calls, its action and delivery logs.</summary>
internal sealed class StatusEndpoints(
    ControlPipeline pipeline, EmulatorOptions options, EmulatorAddress address, SwitchboardQueue queue, CallRegistry calls,
    ServerCertificate certificate, ActionLog actions, DeliveryLog deliveries, StreamDirectory streams)
{
    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/emulator", pipeline.For((_, _) => Task.FromResult<object?>(new
        {
            connectionString = address.ConnectionString,
            metadata = address.MetadataAddress,
            issuer = address.Issuer,
            audience = options.ResourceId.ToString(),
            https = address.Https is not { } https ? null : new
            {
                connectionString = address.ConnectionStringOf(https),
                metadata = EmulatorAddress.MetadataAddressOf(https),
                certificate = certificate.File,
            },
        })));
        endpoints.Map("/emulator/{**path}", pipeline.For((context, _) => throw new ServiceFault(
            404, 0, $"The control API has no {context.Request.Method} at this path. docs/emulator.md lists what it has.")));
        endpoints.MapGet("/emulator/actions", pipeline.For((context, _) =>
        {
            long after = After(context);
            return Task.FromResult<object?>(actions.Entries.Where(entry => entry.Number > after).ToArray());
        }));
        endpoints.MapGet("/emulator/deliveries", pipeline.For((context, _) =>
        {
            long after = After(context);
            return Task.FromResult<object?>(deliveries.Entries.Where(entry => entry.Number > after).ToArray());
        }));
        endpoints.MapGet("/emulator/streams", pipeline.For((_, _) => Task.FromResult<object?>(streams.All.Select(View).ToArray())));
        endpoints.MapGet("/emulator/calls", pipeline.For(async (_, _) =>
            await queue.RunAsync(() => calls.All.Where(call => !call.IsOver).Select(View).ToArray())));
    }

    private static long After(HttpContext context)
    {
        string? text = context.Request.Query["after"];
        long after = 0;
        return text is null || long.TryParse(text, out after) ? after : throw new FormatException("'after' must be a whole number.");
    }

    private static StreamView View(EmulatedStream stream) => new(
        stream.CallConnectionId, stream.Kind, stream.IsActive, stream.Connections, stream.FramesSent, stream.FramesLost, stream.MessagesIgnored,
        stream.Stops, stream.Played.Length, stream.BytesToPlay);

    private static CallView View(CallConnection call) => new(
        call.Id, call.Conversation.ServerCallId, call.Conversation.CorrelationId, call.State.ToString(),
        call.Conversation.Participants.Select(participant => participant.Id.RawId).ToArray());
}
