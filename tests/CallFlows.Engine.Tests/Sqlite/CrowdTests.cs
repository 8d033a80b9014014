using System.Globalization;
using CallFlows.Durable;

namespace CallFlows.Engine.Tests.Sqlite;

/// <summary>Much at once on one file: whatever shares a transaction with what, each event counts once.</summary>
public sealed class CrowdTests : IDisposable
{
    private const int Instances = 40;
    private const int Events = 30;

    private readonly StoreFile _file = new();

    public void Dispose() => _file.Dispose();

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(1)]
    public async Task EventsOfManyInstances_RaisedFromManySidesAtOnce_CountOnceEach(int maxLiveExecutions)
    {
        DurableRegistry registry = new();
        registry.AddActivity("double", (context, _) => Task.FromResult(Payload.From(2 * context.Input.To<int>())));
        registry.AddOrchestrator("sum", async context =>
        {
            int sum = 0;
            for (int taken = 0; taken < Events; taken++)
            {
                Payload number = await context.WaitForExternalEventAsync("number");
                sum += (await context.CallActivityAsync("double", number)).To<int>();
            }

            return Payload.From(sum);
        });
        await using OrchestrationEngine engine = OrchestrationEngine.CreateSqlite(
            registry, _file.Options, new EngineOptions { MaxLiveExecutions = maxLiveExecutions });
        await engine.StartAsync();

        await Task.WhenAll(Enumerable.Range(0, Instances).Select(instance => engine.StartIfAbsentAsync("sum", Id(instance), Payload.Null)));
        await Parallel.ForEachAsync(Enumerable.Range(0, Instances * Events), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (number, _) =>
        {
            // Each comes twice, as callbacks do.
            Task<RaiseEventResult> Raise() => engine.RaiseEventAsync(
                Id(number % Instances), "number", Id(number), Payload.From(number / Instances));
            RaiseEventResult[] results = await Task.WhenAll(Raise(), Raise());
            results.Should().ContainSingle(result => result == RaiseEventResult.Accepted);
        });

        foreach (int instance in Enumerable.Range(0, Instances))
        {
            OrchestrationState state = await engine.WaitForCompletionAsync(Id(instance));
            state.Output.To<int>().Should().Be(Events * (Events - 1));
            (await engine.GetHistoryAsync(Id(instance)))!.Should().HaveCount(2 + (3 * Events));
        }
    }

    private static string Id(int number) => number.ToString(CultureInfo.InvariantCulture);
}
