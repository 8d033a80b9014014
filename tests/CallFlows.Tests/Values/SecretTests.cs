using CallFlows.Actions;
using CallFlows.Durable;
using CallFlows.Endpoints;
using CallFlows.Events;
using CallFlows.Streams;
using CallFlows.Tests.Harness;

namespace CallFlows.Tests.Values;

public sealed class SecretTests
{
    private const string Secret = "incoming-call-context";

    public static TheoryData<object> Holders() =>
    [
        FlowHost.Call(),
        new AnswerCall(Secret, CallEndpoint.User("8:acs:resource_bot")),
        new RejectCall(Secret, RejectReason.Busy),
        new RedirectCall(Secret, FlowHost.LineNumber),
        new MediaStreamingOptions(new Uri($"wss://app.example/streams?key={Secret}")),
        new TranscriptionOptions(new Uri($"wss://app.example/streams?key={Secret}"), "en-US"),
        new CallActionRequest("instance", null, new AnswerCall(Secret), "cf-1", Guid.Empty, FlowHost.Start),
    ];

    [Theory]
    [InlineData("Participant 4:+14255550123 left.", "Participant 4:+1425•••0123 left.")]
    [InlineData("4:14255550123 and +14255550123", "4:1425•••0123 and +1425•••0123")]
    [InlineData("+123456789012345", "+12345678•••2345")]
    [InlineData("DiagCode: 603#0.@ at 2026-03-02T09:00:00+01:00", "DiagCode: 603#0.@ at 2026-03-02T09:00:00+01:00")]
    [InlineData("8:acs:resource_14255550123 and 20260302", "8:acs:resource_14255550123 and 20260302")]
    public void Message_OfTheService_NamesNoPhoneNumber(string message, string shown)
    {
        CallActionError error = new("Play", 400, null, null, message);

        error.Message.Should().Be(shown);
        (error with { Message = message }).Message.Should().Be(shown);
        new CallActionException(error).Message.Should().Be($"Play failed: {shown} (status 400)");
        new ResultInformation(400, 0, message).Message.Should().Be(shown);
        Payload.From(error).To<CallActionError>().Should().Be(error);
        Payload.From(new ResultInformation(400, 0, message)).To<ResultInformation>().Should().Be(new ResultInformation(400, 0, shown));
    }

    [Theory]
    [MemberData(nameof(Holders))]
    public void Holder_OfAnIncomingCallContext_DoesNotShowIt(object holder) => holder.ToString()
        .Should().NotContain(Secret).And.NotContain(FlowHost.CallerNumber.Number).And.NotContain(FlowHost.LineNumber.Number);
}
