using CallFlows.Durable;
using CallFlows.Engine.Tests.Conformance;
using CallFlows.Functions.Durable;

namespace CallFlows.Functions.Tests.Conformance;

/// <summary>
/// The adapter must do what every engine behind the port does. What Durable Functions can't do stands here as it is; flows don't rely on it.
/// </summary>
public abstract class DurableFunctionsConformance : OrchestrationEngineConformance
{
    protected override int MaxInstanceIdLength => DurableFunctionsClient.MaxInstanceIdLength;

    /// <summary>Continuations run at once there, on the stack of what completes them.</summary>
    protected override string OrderAfterYield => "a1 a2 b1 b2";

    /// <summary>Events have no ids there. Each is accepted; the flow's pump drops what it has seen (see <c>FlowEnvelope</c>).</summary>
    [Fact]
    public override async Task ExternalEvent_SameIdAgain_IsDroppedBeforeAndAfterItWasTaken()
    {
        Orchestrator("flow", async context =>
            $"{(await context.WaitForExternalEventAsync("digit")).To<int>()},{(await context.WaitForExternalEventAsync("digit")).To<int>()}");
        await StartFlowAsync();

        await RaiseAsync("digit", 1, "e1");
        await RaiseAsync("digit", 1, "e1");

        (await ResultAsync<string>()).Should().Be("1,1");
    }

    /// <inheritdoc cref="ExternalEvent_SameIdAgain_IsDroppedBeforeAndAfterItWasTaken"/>
    [Fact]
    public override async Task ExternalEvent_SameIdRaisedManyTimesAtOnce_IsAcceptedOnce()
    {
        Orchestrator("flow", async context =>
        {
            int sum = 0;
            for (int i = 0; i < 20; i++)
            {
                sum += (await context.WaitForExternalEventAsync("digit")).To<int>();
            }

            return sum;
        });
        await StartFlowAsync();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Client.RaiseEventAsync("one", "digit", "same", Payload.From(1)))));

        (await ResultAsync<int>()).Should().Be(20);
    }

    /// <inheritdoc cref="ExternalEvent_SameIdAgain_IsDroppedBeforeAndAfterItWasTaken"/>
    [Fact]
    public override async Task ExternalEvent_SameIdAfterContinueAsNew_IsDropped()
    {
        Orchestrator("flow", async context =>
        {
            Payload data = await context.WaitForExternalEventAsync("digit");
            if (context.Input.IsNull)
            {
                context.ContinueAsNew(Payload.From("second round"));
            }

            return $"{context.Input.To<string>()}: {data.To<int>()}";
        });
        await StartFlowAsync();

        await RaiseAsync("digit", 1, "e1");
        await RaiseAsync("digit", 1, "e1");

        (await ResultAsync<string>()).Should().Be("second round: 1");
    }

    /// <inheritdoc cref="ExternalEvent_SameIdAgain_IsDroppedBeforeAndAfterItWasTaken"/>
    [Fact]
    public override async Task Suspended_SameEventTwice_IsDropped()
    {
        Orchestrator("flow", async context => (await context.WaitForExternalEventAsync("tone")).To<int>());
        await StartFlowAsync();
        await Client.SuspendAsync("one");

        await RaiseAsync("tone", 1, "e1");
        await RaiseAsync("tone", 1, "e1");
        await Client.ResumeAsync("one");

        (await ResultAsync<int>()).Should().Be(1, "the second one finds nobody who waits");
    }

    /// <summary>An instance whose code is gone fails for good there; <c>versionMatchStrategy</c> in host.json keeps it off hosts that lack it.</summary>
    [Fact]
    public override async Task Instance_WhoseVersionIsGone_IsStoppedAndGoesOnOnceItIsBack()
    {
        Orchestrator("flow", async context => (await context.WaitForExternalEventAsync("tone")).To<int>());
        await StartFlowAsync();

        await RestartEngineAsync(() => Orchestrator("flow", _ => Task.FromResult<object?>(2), version: 2));
        await RaiseAsync("tone", 1);

        (await FailureAsync()).Message.Should().Contain("'flow'").And.Contain("version 1").And.Contain("Deploy");
        (await Client.ResumeAsync("one")).Should().BeFalse();
    }
}
