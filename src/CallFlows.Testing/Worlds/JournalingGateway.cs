using CallFlows.Actions;
using CallFlows.Testing.Records;

namespace CallFlows.Testing.Worlds;

/// <summary>Writes down what flows ask of the service.</summary>
internal sealed class JournalingGateway(ICallGateway inner, Journal journal, Func<string, string> flowOf) : ICallGateway
{
    public async Task<CallActionResult> ExecuteAsync(CallActionRequest request, CancellationToken cancellationToken)
    {
        string flow = flowOf(request.InstanceId);
        journal.Sending(request, flow);
        try
        {
            CallActionResult result = await inner.ExecuteAsync(request, cancellationToken).ConfigureAwait(false);
            journal.Answered(request, flow, result, null);
            return result;
        }
        catch (Exception error)
        {
            journal.Answered(request, flow, null, error);
            throw;
        }
    }
}
