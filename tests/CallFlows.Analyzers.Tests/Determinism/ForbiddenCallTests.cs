using CallFlows.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace CallFlows.Analyzers.Tests.Determinism;

public sealed class ForbiddenCallTests
{
    [Theory]
    [InlineData("_ = {|CF1001:DateTime.UtcNow|};")]
    [InlineData("_ = {|CF1001:DateTime.Today|}.Day;")]
    [InlineData("_ = {|CF1001:DateTimeOffset.Now|};")]
    [InlineData("_ = {|CF1001:Environment.TickCount64|};")]
    [InlineData("_ = {|CF1001:Stopwatch.StartNew|}();")]
    [InlineData("_ = {|CF1001:TimeProvider.System|}.GetUtcNow();")]
    [InlineData("TimeProvider? time = null; _ = {|CF1001:time!.GetUtcNow|}();")]
    [InlineData("_ = {|CF1002:Guid.NewGuid|}();")]
    [InlineData("Func<Guid> ids = {|CF1002:Guid.NewGuid|};")]
    [InlineData("_ = {|CF1002:new Random(7)|};")]
    [InlineData("_ = {|CF1002:Random.Shared|}.Next();")]
    [InlineData("Random? random = null; _ = {|CF1002:random!.Next|}();")]
    [InlineData("_ = {|CF1002:RandomNumberGenerator.GetInt32|}(6);")]
    [InlineData("using HttpClient http = {|CF1003:new()|};")]
    [InlineData("HttpClient? http = null; await {|CF1003:http!.GetStringAsync|}(\"https://contoso.example\");")]
    [InlineData("_ = {|CF1003:File.ReadAllText|}(input);")]
    [InlineData("_ = await {|CF1003:File.ReadAllTextAsync|}(input);")]
    [InlineData("{|CF1003:Console.WriteLine|}(input);")]
    [InlineData("Socket? socket = null; {|CF1003:socket!.Close|}();")]
    [InlineData("System.Data.Common.DbCommand? command = null; await {|CF1003:command!.ExecuteNonQueryAsync|}();")]
    [InlineData("await {|CF1004:Task.Run|}(() => 1);")]
    [InlineData("{|CF1004:Parallel.For|}(0, 2, _ => { });")]
    [InlineData("{|CF1004:Thread.Sleep|}(1);")]
    [InlineData("{|CF1004:flow.DelayAsync(TimeSpan.Zero).Wait|}();")]
    [InlineData("await {|CF1005:Task.Delay|}(5);")]
    [InlineData("using CancellationTokenSource stop = {|CF1005:new(5)|};")]
    [InlineData("using CancellationTokenSource stop = new(); await {|CF1005:stop.CancelAsync|}();")]
    [InlineData("using CancellationTokenSource stop = new(); {|CF1005:stop.CancelAfter|}(5);")]
    [InlineData("using Timer timer = {|CF1005:new Timer(_ => { })|};")]
    [InlineData("await {|CF1006:flow.DelayAsync(TimeSpan.Zero).ConfigureAwait|}(false);")]
    [InlineData("await {|CF1006:flow.DelayAsync(TimeSpan.Zero).ConfigureAwait|}(ConfigureAwaitOptions.SuppressThrowing);")]
    [InlineData("TaskCompletionSource done = {|CF1006:new(TaskCreationOptions.RunContinuationsAsynchronously)|};")]
    public Task ForbiddenCall_InAFlow_IsReported(string body) => Expect.ReportsAsync(Sources.Flow(body));

    [Theory]
    [InlineData("_ = flow.UtcNow;")]
    [InlineData("_ = flow.NewGuid();")]
    [InlineData("_ = new DateTime(2026, 1, 1).AddDays(1);")]
    [InlineData("_ = Guid.Parse(input);")]
    [InlineData("_ = nameof(DateTime.UtcNow);")]
    [InlineData("using CancellationTokenSource stop = new(); stop.Cancel();")]
    [InlineData("await flow.DelayAsync(TimeSpan.Zero).ConfigureAwait(true);")]
    [InlineData("await flow.DelayAsync(TimeSpan.Zero).ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext);")]
    [InlineData("TaskCompletionSource done = new(); done.SetResult(); await done.Task;")]
    [InlineData("_ = Path.Combine(input, input);")]
    [InlineData("using HttpRequestMessage request = new();")]
    public Task HarmlessCall_InAFlow_IsNotReported(string body) => Expect.ReportsAsync(Sources.Flow(body));

    [Theory]
    [InlineData("Func<DateTime> now = () => {|CF1001:DateTime.UtcNow|};")]
    [InlineData("DateTime Now() => {|CF1001:DateTime.UtcNow|}; _ = Now();")]
    [InlineData("Func<Func<DateTime>> now = () => () => {|CF1001:DateTime.UtcNow|};")]
    public Task ForbiddenCall_InAFunctionInAFlow_IsReported(string body) => Expect.ReportsAsync(Sources.Flow(body));

    [Theory]
    [InlineData("private static int Day() => {|CF1001:DateTime.UtcNow|}.Day;")]
    [InlineData("private int Today => {|CF1001:DateTime.UtcNow|}.Day;")]
    [InlineData("private readonly Guid _id = {|CF1002:Guid.NewGuid|}();")]
    [InlineData("private static readonly Guid Id = {|CF1002:Guid.NewGuid|}();")]
    [InlineData("public Tested() => {|CF1003:Console.WriteLine|}();")]
    public Task ForbiddenCall_InAMemberOfAFlow_IsReported(string member) => Expect.ReportsAsync(Sources.Flow("", member));

    [Theory]
    [InlineData("protected override async Task RunAsync(IncomingCall incoming) { await incoming.AnswerAsync(); _ = {|CF1001:DateTime.UtcNow|}; }", "InboundCallFlow")]
    [InlineData("protected override async Task RunAsync(IncomingCall incoming, string? state) { await incoming.AnswerAsync(); _ = {|CF1001:DateTime.UtcNow|}; }", "InboundCallFlow<string>")]
    public Task ForbiddenCall_InAnyKindOfFlow_IsReported(string member, string flow) =>
        Expect.ReportsAsync($"{Sources.Usings} public class Line : {flow} {{ {member} }}");

    [Fact]
    public Task ForbiddenCall_InABaseClassOfAFlow_IsReported() => Expect.ReportsAsync(
        Sources.Usings + "public abstract class Line : InboundCallFlow { protected int Day() => {|CF1001:DateTime.UtcNow|}.Day; }");

    [Theory]
    [InlineData("Call call")]
    [InlineData("this Call call")]
    [InlineData("FlowContext flow")]
    [InlineData("IncomingCall incoming, int more")]
    public Task ForbiddenCall_InAHelperThatIsGivenAHandle_IsReported(string parameters) => Expect.ReportsAsync(
        $$"""{{Sources.Usings}} public static class Helper { public static int Day({{parameters}}) => {|CF1001:DateTime.UtcNow|}.Day; }""");

    [Fact]
    public Task ForbiddenCall_InAClassThatIsMadeOfACall_IsReported() => Expect.ReportsAsync(
        Sources.Usings + "public class Desk(Call call) { public Call Call => call; public int Day() => {|CF1001:DateTime.UtcNow|}.Day; public static int Year() => DateTime.UtcNow.Year; }");

    [Fact]
    public Task ForbiddenCall_OutsideOfFlows_IsNotReported() => Expect.ReportsAsync(
        Sources.Usings + "public class Books { public async Task<DateTime> NowAsync() { await Task.Delay(5).ConfigureAwait(false); return DateTime.UtcNow; } }");

    [Fact]
    public Task ForbiddenCall_InAClassNestedInAFlow_IsNotReported() => Expect.ReportsAsync(
        Sources.Flow("", "private sealed class Handler { public DateTime Now() => DateTime.UtcNow; }"));

    [Fact]
    public async Task ForbiddenCall_Message_NamesTheCallAndWhatToWriteInstead()
    {
        IReadOnlyList<Diagnostic> found = await Expect.ReportsAsync(Sources.Flow("_ = {|CF1001:DateTime.UtcNow|};"));

        found[0].GetMessage(System.Globalization.CultureInfo.InvariantCulture)
            .Should().Be("DateTime.UtcNow can't be replayed; use Flow.UtcNow (CurrentUtcDateTime of the context)");
    }
}
