using CallFlows.Analyzers.Tests.Harness;

namespace CallFlows.Analyzers.Tests.Conversation;

public sealed class EndlessQuestionTests
{
    [Theory]
    [InlineData("while (true) { Choice choice = await {|CF2001:call.AskAsync|}(menu); if (choice.Given) { break; } }")]
    [InlineData("while (true) { Choice choice = await {|CF2001:call.AskAsync|}(menu); if (choice.Is(\"yes\")) { return; } await call.PlayAsync(\"Again.\"); }")]
    [InlineData("Choice choice; do { choice = await {|CF2001:call.AskAsync|}(menu); } while (!choice.Given);")]
    [InlineData("Choice choice = await call.AskAsync(menu); while (!choice.Given) { choice = await {|CF2001:call.AskAsync|}(menu); }")]
    [InlineData("Digits digits; do { digits = await {|CF2001:call.AskDigitsAsync|}(pin); } while (digits.Missing);")]
    [InlineData("while ((await {|CF2001:call.AskDigitsAsync|}(pin)).Missing) { await call.PlayAsync(\"Again.\"); }")]
    [InlineData("while ((await {|CF2001:call.AskAsync|}(menu)).Option is null) { }")]
    [InlineData("while ((await {|CF2001:call.AskAsync|}(menu)) is not { Given: true }) { }")]
    [InlineData("while ((await {|CF2001:call.AskAsync|}(menu)) is not { Option: \"yes\" or \"no\" }) { }")]
    [InlineData("while ((await {|CF2001:call.AskAsync|}(menu)).Outcome != AskOutcome.Given) { }")]
    [InlineData("while (true) { Choice choice = await {|CF2001:call.AskAsync|}(menu); if (choice.Outcome == AskOutcome.NoMatch) { return; } }")]
    [InlineData("while (true) { switch ((await {|CF2001:call.AskAsync|}(menu)).Option) { case \"yes\": return; case \"no\": await call.PlayAsync(\"No.\"); return; } }")]
    [InlineData("while (true) { bool done = (await {|CF2001:call.AskAsync|}(menu)).Option switch { \"yes\" => true, _ => false }; if (done) { return; } }")]
    [InlineData("bool done = false; while (!done) { Choice choice = await {|CF2001:call.AskAsync|}(menu); if (choice.Given) { done = true; } }")]
    [InlineData("string? option = null; while (option is null) { option = (await {|CF2001:call.AskAsync|}(menu)).Option; }")]
    [InlineData("string code = \"\"; while (string.IsNullOrEmpty(code)) { code = (await {|CF2001:call.AskDigitsAsync|}(pin)).Value; }")]
    [InlineData("string code = \"\"; while (code != \"4213\") { code = (await {|CF2001:call.AskDigitsAsync|}(pin)).Value; }")]
    [InlineData("for (; ; ) { Choice choice = await {|CF2001:call.AskAsync|}(menu); if (choice.Given && choice.Attempts > 1) { break; } }")]
    [InlineData("while (true) { try { if ((await {|CF2001:call.AskAsync|}(menu)).Given) { return; } } finally { await call.PlayAsync(\"Bye.\"); } }")]
    [InlineData("while (true) { try { if ((await {|CF2001:call.AskAsync|}(menu)).Given) { return; } } catch (CallEndedException) { return; } }")]
    [InlineData("while (true) { for (int i = 0; i < 3; i++) { Choice choice = await {|CF2001:call.AskAsync|}(menu); if (choice.Given) { return; } } }")]
    [InlineData("while (true) { Task<Choice> asking = {|CF2001:call.AskAsync|}(menu); if ((await asking).Given) { return; } }")]
    [InlineData("again: if (!(await {|CF2001:call.AskAsync|}(menu)).Given) { goto again; }")]
    [InlineData("if (await call.AskAsync(menu) is { Given: true }) { while (true) { if ((await {|CF2001:call.AskAsync|}(menu)).Given) { break; } } }")]
    [InlineData("async Task AskAsync() { while (true) { if ((await {|CF2001:call.AskAsync|}(menu)).Given) { return; } } } await AskAsync();")]
    [InlineData("Func<Task> ask = async () => { while (true) { if ((await {|CF2001:call.AskAsync|}(menu)).Given) { return; } } }; await ask();")]
    public Task Question_InALoopThatOnlyAnAnswerLeaves_IsReported(string body) => Expect.ReportsAsync(Sources.Helper(body));

    [Theory]
    [InlineData("Choice choice = await call.AskAsync(menu);")]
    [InlineData("for (int i = 0; i < 3; i++) { if ((await call.AskAsync(menu)).Given) { break; } }")]
    [InlineData("foreach (string line in new[] { \"a\", \"b\" }) { await call.AskAsync(menu); }")]
    [InlineData("int rounds = 0; while (true) { Choice choice = await call.AskAsync(menu); if (choice.Given || ++rounds == 3) { break; } }")]
    [InlineData("int rounds = 0; Choice choice; do { choice = await call.AskAsync(menu); } while (!choice.Given && rounds++ < 3);")]
    [InlineData("while (true) { Choice choice = await call.AskAsync(menu); if (choice.Given) { break; } return; }")]
    [InlineData("while (true) { Choice choice = await call.AskAsync(menu); if (!choice.Given) { break; } }")]
    [InlineData("while (true) { Choice choice = await call.AskAsync(menu); if (choice.Outcome == AskOutcome.NoInput) { return; } }")]
    [InlineData("while (true) { switch ((await call.AskAsync(menu)).Outcome) { case AskOutcome.Given: return; case AskOutcome.NoInput: await call.HangUpAsync(); break; } }")]
    [InlineData("while (true) { switch ((await call.AskAsync(menu)).Option) { case \"yes\": await call.PlayAsync(\"Yes.\"); break; default: return; } }")]
    [InlineData("while (true) { Choice choice = await call.AskAsync(menu); if (choice.Option is not { } option) { throw new InvalidOperationException(); } }")]
    [InlineData("while (true) { if (!(await call.AskAsync(menu)).Given) { await call.PlayAsync(\"Bye.\"); await call.HangUpAsync(); } }")]
    [InlineData("while (true) { if (!(await call.AskAsync(menu)).Given) { _ = await call.TransferAsync(CallEndpoint.User(\"8:acs:x\")); } }")]
    [InlineData("while (true) { if ((await call.AskAsync(menu)).Given) { return; } if ((await call.Flow.WaitForSignalAsync<string>(within: TimeSpan.FromMinutes(1))).Received) { return; } }")]
    [InlineData("using CancellationTokenSource stop = new(); while (true) { if ((await call.AskAsync(menu, stop.Token)).Given) { return; } }")]
    [InlineData("bool done = false; Action finish = () => done = true; while (!done) { await call.AskAsync(menu); finish(); }")]
    [InlineData("Choice first = await call.AskAsync(menu); while (true) { Choice choice = await call.AskAsync(menu); if (first.Given) { break; } }")]
    [InlineData("while (call.End is null) { await call.AskAsync(menu); }")]
    [InlineData("DateTimeOffset until = call.Flow.UtcNow.AddMinutes(2); while (call.Flow.UtcNow < until) { if ((await call.AskAsync(menu)).Given) { return; } }")]
    [InlineData("while (true) { Task<Choice> asking = call.AskAsync(menu); if (await Task.WhenAny(asking, call.Ended) != asking) { return; } }")]
    [InlineData("while (true) { Dialed dialed = await call.Flow.DialAsync(CallEndpoint.User(\"8:acs:x\")); if (dialed.Call is { } other && (await other.AskAsync(menu)).Given) { return; } await call.Flow.DelayAsync(TimeSpan.FromDays(1)); }")]
    [InlineData("while (true) { try { if ((await call.AskAsync(menu)).Given) { return; } break; } finally { await call.PlayAsync(\"Bye.\"); } }")]
    public Task Question_InALoopWithAnotherWayOut_IsNotReported(string body) => Expect.ReportsAsync(Sources.Helper(body));

    [Fact]
    public Task Question_OfAnotherLibrary_IsNotReported() => Expect.ReportsAsync(
        Sources.Usings + "public class Form { public Task<Choice> AskAsync(Menu menu) => null!; public async Task RunAsync(Menu menu) { while (true) { if ((await AskAsync(menu)).Given) { return; } } } }");
}
