using CallFlows.Actions;
using CallFlows.Durable;
using CallFlows.Flows.Running;

namespace CallFlows.Tests.Values;

public sealed class CallActionReplyTests
{
    [Theory]
    [InlineData("""{"result":{"result":"accepted"}}""", false)]
    [InlineData("""{"error":{"action":"Play","status":0,"message":"The connection broke."}}""", false)]
    [InlineData("""{"error":{"action":"Play","status":0,"message":"The connection broke.","mayHaveHappened":true}}""", true)]
    [InlineData("""{"isInDoubt":true}""", true)]
    public void Reply_OfAHistory_TellsWhetherTheActionMayHaveHappened(string stored, bool mayHaveHappened)
    {
        CallActionReply reply = Payload.Parse(stored).To<CallActionReply>()!;

        reply.MayHaveHappened.Should().Be(mayHaveHappened, "histories from before there was doubt know none");
        Payload.From(reply).ToString().Should().Be(stored);
    }

    [Fact]
    public void Actions_ThatAreNotRepeatable_AreThoseThatPlayListenPressOrStream() =>
        Samples.DerivedFrom(typeof(CallAction)).Where(type => !((CallAction)new Samples(1).Make(type)).IsRepeatable)
            .Should().BeEquivalentTo([typeof(Play), typeof(Recognize), typeof(SendDtmfTones), typeof(StartMediaStreaming), typeof(StartTranscription),
            typeof(StopMediaStreaming), typeof(StopTranscription), typeof(UpdateTranscription)], "whatever is added must say what its repetition does");
}
