using CallFlows.Analyzers.Tests.Harness;

namespace CallFlows.Analyzers.Tests.Determinism;

public sealed class ForeignAwaitTests
{
    private const string Members = """
        public interface IShop { Task<int> CountAsync(); Task Ready { get; } IAsyncEnumerable<int> AllAsync(); }
        private readonly IShop _shop = null!;
        private readonly SemaphoreSlim _gate = new(1);
        private async Task<int> OwnAsync() { await Task.CompletedTask; return 1; }
        """;

    [Theory]
    [InlineData("await {|CF1009:_shop.CountAsync|}();")]
    [InlineData("_ = await {|CF1009:_shop.CountAsync|}() + 1;")]
    [InlineData("await {|CF1009:_shop.Ready|};")]
    [InlineData("await {|CF1009:_gate.WaitAsync|}();")]
    [InlineData("Task<int> count = {|CF1009:_shop.CountAsync|}(); await count;")]
    [InlineData("await Task.WhenAll(flow.DelayAsync(TimeSpan.Zero), {|CF1009:_shop.CountAsync|}());")]
    [InlineData("Task count = {|CF1009:_shop.CountAsync|}(); await Task.WhenAny(count, flow.DelayAsync(TimeSpan.Zero));")]
    [InlineData("await Task.WhenAll([{|CF1009:_shop.CountAsync|}()]);")]
    [InlineData("await {|CF1009:_shop.CountAsync|}().ConfigureAwait(true);")]
    [InlineData("await {|CF1009:flow.DelayAsync(TimeSpan.Zero).WaitAsync|}(TimeSpan.FromSeconds(1));")]
    [InlineData("foreach (Call call in flow.Calls) { await call.MeanwhileHearing(\"Wait.\", {|CF1009:_shop.CountAsync|}()); }")]
    [InlineData("await foreach (int one in {|CF1009:_shop.AllAsync|}()) { }")]
    public Task ForeignTask_AwaitedInAFlow_IsReported(string body) => Expect.ReportsAsync(Sources.Flow(body, Members));

    [Theory]
    [InlineData("await flow.DelayAsync(TimeSpan.FromDays(1));")]
    [InlineData("await Task.WhenAny(flow.DelayAsync(TimeSpan.FromDays(1)), flow.WaitForSignalAsync<string>());")]
    [InlineData("await OwnAsync();")]
    [InlineData("async Task LocalAsync() => await OwnAsync(); await LocalAsync();")]
    [InlineData("Func<Task> work = async () => await OwnAsync(); await work();")]
    [InlineData("Task<int> own = OwnAsync(); await own;")]
    [InlineData("await Task.FromResult(1); await Task.CompletedTask;")]
    [InlineData("foreach (Call call in flow.Calls) { await call.Ended; await call.MeanwhileHearing(\"Wait.\", OwnAsync()); }")]
    [InlineData("await new Desk(flow).WorkAsync(); await Desk.HelpAsync(flow); await flow.AlsoAsync();")]
    [InlineData("await flow.DelayAsync(TimeSpan.Zero).WaitAsync(CancellationToken.None);")]
    [InlineData("await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => OwnAsync()));")]
    public Task OwnTask_AwaitedInAFlow_IsNotReported(string body) => Expect.ReportsAsync(Sources.Flow(body, Members) + """

        public class Desk(FlowContext flow)
        {
            public async Task WorkAsync() => await flow.DelayAsync(TimeSpan.Zero);
            public static async Task HelpAsync(FlowContext flow) => await flow.DelayAsync(TimeSpan.Zero);
        }

        public static class Extensions
        {
            public static async Task AlsoAsync(this FlowContext flow) => await flow.DelayAsync(TimeSpan.Zero);
        }
        """);

    [Fact]
    public Task ForeignTask_AwaitedOutsideOfFlows_IsNotReported() => Expect.ReportsAsync(
        Sources.Usings + "public class Books(Func<Task> work, SemaphoreSlim gate) { public async Task KeepAsync() { await gate.WaitAsync(); await work(); } }");
}
