using System.Text.Json;

namespace CallFlows.AspNetCore.Tests.Server;

/// <summary>What Event Grid sends.</summary>
internal static class Deliveries
{
    public const string Caller = "+14255550101";
    public const string Called = "+14255550199";
    public const string IncomingCallContext = "context-that-answers-the-call";

    private const string IncomingCallType = "Microsoft.Communication.IncomingCall";

    public static string EventGrid(params object[] events) => JsonSerializer.Serialize(events);

    public static object EventGridCall(string serverCallId = "server-call-1", string to = Called) =>
        EventGridEvent(IncomingCallType, CallData(serverCallId, to));

    public static object EventGridEvent(string type, object data) => new
    {
        id = "event-1",
        topic = "/subscriptions/s/resourceGroups/r/providers/Microsoft.Communication/communicationServices/c",
        subject = "/caller/4:+14255550101/recipient/4:+14255550199",
        data,
        eventType = type,
        dataVersion = "1.0",
        metadataVersion = "1",
        eventTime = "2026-03-02T09:00:00Z",
    };

    public static object CloudEventCall(string serverCallId = "server-call-1", string to = Called) => new
    {
        id = "event-1",
        source = "/subscriptions/s/resourceGroups/r/providers/Microsoft.Communication/communicationServices/c",
        subject = "/caller/4:+14255550101/recipient/4:+14255550199",
        data = CallData(serverCallId, to),
        type = IncomingCallType,
        time = "2026-03-02T09:00:00Z",
        specversion = "1.0",
    };

    private static object CallData(string serverCallId, string to) => new
    {
        to = Phone(to),
        from = Phone(Caller),
        serverCallId,
        callerDisplayName = "",
        incomingCallContext = IncomingCallContext,
        correlationId = "correlation-1",
    };

    private static object Phone(string number) => new { kind = "phoneNumber", rawId = $"4:{number}", phoneNumber = new { value = number } };
}
