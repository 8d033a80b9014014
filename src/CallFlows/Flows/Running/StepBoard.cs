using CallFlows.Durable;

namespace CallFlows.Flows.Running;

/// <summary>Keeps the orchestration's custom status true to the steps that wait.</summary>
internal sealed class StepBoard(OrchestrationContext context)
{
    /// <summary>How many steps the status tells of. Durable Functions takes 16 KB of UTF-16 in all.</summary>
    private const int MaxTold = 32;

    private readonly List<StepStatus> _waiting = [];

    public Mark Begin(Step step, int? call = null)
    {
        StepStatus status = new(step.Name, step.Source, context.CurrentUtcDateTime, call);
        _waiting.Add(status);
        Publish();
        return new Mark(this, status);
    }

    public async Task<T> TrackAsync<T>(Step step, Task<T> work)
    {
        using (Begin(step))
        {
            return await work;
        }
    }

    private void Publish() => context.SetCustomStatus(Payload.From(
        new FlowStatus(_waiting.Count <= MaxTold ? _waiting : _waiting.GetRange(0, MaxTold)) { More = Math.Max(0, _waiting.Count - MaxTold) }));

    private void End(StepStatus status)
    {
        // The last step's line stays until the next one begins: a flow between two steps is still "there".
        _waiting.Remove(status);
        if (_waiting.Count > 0)
        {
            Publish();
        }
    }

    /// <summary>Ends the step when disposed.</summary>
    internal readonly struct Mark(StepBoard board, StepStatus status) : IDisposable
    {
        public void Dispose() => board.End(status);
    }
}
