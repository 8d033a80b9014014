using CallFlows.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace CallFlows.Analyzers.Tests.Conversation;

public sealed class IgnoredOutcomeTests
{
    private const string Agent = "private static readonly CommunicationUser Agent = CallEndpoint.User(\"8:acs:agent\");";

    [Theory]
    [InlineData("{|CF2003:await call.TransferAsync(Agent)|};")]
    [InlineData("{|CF2003:await call.AddParticipantAsync(Agent)|};")]
    [InlineData("{|CF2003:await call.Flow.DialAsync(Agent)|};")]
    [InlineData("{|CF2003:await call.TransferAsync(Agent).ConfigureAwait(true)|};")]
    [InlineData("Func<Task> transfer = async () => {|CF2003:await call.TransferAsync(Agent)|}; await transfer();")]
    [InlineData("if (call.Number > 1) {|CF2003:await call.TransferAsync(Agent)|};")]
    public Task Outcome_NobodyLooksAt_IsReported(string body) => Expect.ReportsAsync(Sources.Helper(body, Agent));

    [Theory]
    [InlineData("_ = await call.TransferAsync(Agent);")]
    [InlineData("TransferResult result = await call.TransferAsync(Agent); await call.PlayAsync(result.Accepted ? \"Bye.\" : \"Nobody is there.\");")]
    [InlineData("if ((await call.AddParticipantAsync(Agent)).Joined) { await call.PlayAsync(\"Welcome.\"); }")]
    [InlineData("Task<TransferResult> transfer = call.TransferAsync(Agent); await call.PlayAsync((await transfer).Accepted ? \"Bye.\" : \"Nobody.\");")]
    [InlineData("Func<Task<TransferResult>> transfer = async () => await call.TransferAsync(Agent); _ = await transfer();")]
    [InlineData("await call.PlayAsync(\"Hello.\"); await call.HangUpAsync();")]
    public Task Outcome_ThatIsUsedOrDiscarded_IsNotReported(string body) => Expect.ReportsAsync(Sources.Helper(body, Agent));

    [Theory]
    [InlineData("        await call.TransferAsync(CallEndpoint.User(\"8:acs:x\")); // why", "        _ = await call.TransferAsync(CallEndpoint.User(\"8:acs:x\")); // why")]
    [InlineData("        Func<Task> dial = async () => await call.Flow.DialAsync(CallEndpoint.User(\"8:acs:x\"));", "        Func<Task> dial = async () => _ = await call.Flow.DialAsync(CallEndpoint.User(\"8:acs:x\"));")]
    public Task Outcome_Fixed_IsDiscarded(string before, string after) => ExpectFix.InHelperAsync(before, after);

    [Fact]
    public async Task Outcome_Message_NamesTheMethodAndWhatToLookAt()
    {
        IReadOnlyList<Diagnostic> found = await Expect.ReportsAsync(Sources.Helper("{|CF2003:await call.AddParticipantAsync(Agent)|};", Agent));

        found[0].GetMessage(System.Globalization.CultureInfo.InvariantCulture).Should()
            .StartWith("AddParticipantAsync may end without anybody answering").And.Contain("look at its Joined").And.Contain("'_ = await'");
    }
}
