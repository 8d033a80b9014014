using CallFlows.Durable;
using CallFlows.Flows;

namespace CallFlows.Tests.Harness;

/// <summary>An activity that takes until the test opens the gate.</summary>
public sealed record Work(string Result) : IActivity<string>;

/// <summary>Waits at the gate.</summary>
internal sealed class WorkHandler(Gate gate) : IActivityHandler<Work, string>
{
    public async Task<string> HandleAsync(Work request, ActivityContext context, CancellationToken cancellationToken)
    {
        await gate.PassAsync();
        return request.Result;
    }
}
