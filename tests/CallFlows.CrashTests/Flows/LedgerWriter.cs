using CallFlows.Durable;
using CallFlows.Flows;

namespace CallFlows.CrashTests.Flows;

/// <summary>Does <see cref="WriteLedger"/>.</summary>
internal sealed class LedgerWriter(Ledger ledger) : IActivityHandler<WriteLedger, bool>
{
    public Task<bool> HandleAsync(WriteLedger request, ActivityContext context, CancellationToken cancellationToken)
    {
        ledger.Append(new LedgerLine(context.ExecutionId, context.InstanceId, request.Caller, request.Outcome));
        return Task.FromResult(true);
    }
}
