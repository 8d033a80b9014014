using CallFlows.AspNetCore.Hosting;
using CallFlows.AspNetCore.Tests.Server;
using CallFlows.Durable;
using CallFlows.Engine;

namespace CallFlows.AspNetCore.Tests.Hosting;

public sealed class EngineHostTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Stop_LetsRunningActivitiesEnd_UntilTheHostsPatienceEnds(bool impatient)
    {
        TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource<bool> wasCancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);
        DurableRegistry registry = new();
        registry.AddOrchestrator("Flow", context => context.CallActivityAsync("Work", Payload.Null));
        registry.AddActivity("Work", async (_, cancellationToken) =>
        {
            started.SetResult();
            Task ended = release.Task.WaitAsync(cancellationToken);
            await ended.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            wasCancelled.SetResult(ended.IsCanceled);
            return Payload.Null;
        });
        await using OrchestrationEngine engine = OrchestrationEngine.CreateInMemory(registry);
        EngineHost host = new(engine);
        await host.StartAsync(CancellationToken.None);
        await engine.StartIfAbsentAsync("Flow", "flow-1", Payload.Null, cancellationToken: TestContext.Current.CancellationToken);
        await started.Task.WaitAsync(Guard.Patience, TestContext.Current.CancellationToken);

        Task stop = host.StopAsync(new CancellationToken(impatient));
        if (!impatient)
        {
            release.SetResult();
        }

        await stop.WaitAsync(Guard.Patience, TestContext.Current.CancellationToken);
        (await wasCancelled.Task.OrHang()).Should().Be(impatient);
        host.IsRunning.Should().BeFalse();
    }
}
