using CallFlows.Analyzers.Tests.Harness;

namespace CallFlows.Analyzers.Tests.Determinism;

public sealed class DeterminismFixTests
{
    [Theory]
    [InlineData("DateTimeOffset now = DateTimeOffset.UtcNow;", "DateTimeOffset now = flow.UtcNow;")]
    [InlineData("DateTimeOffset now = DateTimeOffset.Now.AddDays(1);", "DateTimeOffset now = flow.UtcNow.AddDays(1);")]
    [InlineData("DateTime now = DateTime.UtcNow;", "DateTime now = flow.UtcNow.UtcDateTime;")]
    [InlineData("DateTimeOffset now = TimeProvider.System.GetUtcNow();", "DateTimeOffset now = flow.UtcNow;")]
    [InlineData("TimeProvider? time = null; _ = time!.GetUtcNow().Hour;", "TimeProvider? time = null; _ = flow.UtcNow.Hour;")]
    [InlineData("Guid id = Guid.NewGuid();", "Guid id = flow.NewGuid();")]
    [InlineData("Func<Guid> ids = Guid.NewGuid;", "Func<Guid> ids = flow.NewGuid;")]
    [InlineData("await Task.Delay(TimeSpan.FromDays(1));", "await flow.DelayAsync(TimeSpan.FromDays(1));")]
    [InlineData("await Task.Delay(5000);", "await flow.DelayAsync(TimeSpan.FromSeconds(5));")]
    [InlineData("await Task.Delay(input.Length, CancellationToken.None); // why", "await flow.DelayAsync(TimeSpan.FromMilliseconds(input.Length), CancellationToken.None); // why")]
    [InlineData("using CancellationTokenSource stop = new(); await stop.CancelAsync();", "using CancellationTokenSource stop = new(); stop.Cancel();")]
    [InlineData("await flow.DelayAsync(TimeSpan.Zero).ConfigureAwait(false);", "await flow.DelayAsync(TimeSpan.Zero);")]
    public Task CallThatHasACounterpart_Fixed_UsesTheFlow(string before, string after) => ExpectFix.InFlowAsync(before, after);

    [Theory]
    [InlineData("_ = DateTimeOffset.UtcNow;", "_ = call.Flow.UtcNow;")]
    [InlineData("_ = Guid.NewGuid();", "_ = call.Flow.NewGuid();")]
    [InlineData("FlowContext own = call.Flow; _ = Guid.NewGuid();", "FlowContext own = call.Flow; _ = own.NewGuid();")]
    [InlineData("Func<DateTimeOffset> now = () => DateTimeOffset.UtcNow;", "Func<DateTimeOffset> now = () => call.Flow.UtcNow;")]
    public Task CallThatHasACounterpart_FixedWhereOnlyACallIsKnown_UsesItsFlow(string before, string after) => ExpectFix.InHelperAsync(before, after);

    [Theory]
    [InlineData("_ = DateTime.Now;")]
    [InlineData("_ = new Random();")]
    [InlineData("_ = File.Exists(input);")]
    [InlineData("_ = Guid.CreateVersion7();")]
    [InlineData("await Task.Run(() => 1);")]
    public Task CallThatHasNoCounterpart_Fix_IsNotOffered(string body) => ExpectFix.NoneInFlowAsync(body);

    [Fact]
    public async Task Clock_InAMemberWithoutAFlow_HasNoFix() =>
        (await Fixed.Async(Sources.Flow("", "private static DateTimeOffset Now() => DateTimeOffset.UtcNow;"))).Should().BeNull();
}
