using CallFlows.Durable;
using CallFlows.Flows;

namespace CallFlows.Tests.Harness;

/// <summary>An activity that always fails.</summary>
public sealed record Breakage(string Message) : IActivity<int>;

/// <summary>Fails.</summary>
internal sealed class BreakageHandler : IActivityHandler<Breakage, int>
{
    public Task<int> HandleAsync(Breakage request, ActivityContext context, CancellationToken cancellationToken) =>
        throw new InvalidOperationException(request.Message);
}
