using CallFlows.Actions;
using CallFlows.Endpoints;
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
        new CallActionRequest("instance", null, new AnswerCall(Secret), "cf-1", Guid.Empty, FlowHost.Start),
    ];

    [Theory]
    [MemberData(nameof(Holders))]
    public void Holder_OfAnIncomingCallContext_DoesNotShowIt(object holder) => holder.ToString()
        .Should().NotContain(Secret).And.NotContain(FlowHost.CallerNumber.Number).And.NotContain(FlowHost.LineNumber.Number);
}
