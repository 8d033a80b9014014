using CallFlows.AspNetCore.Settings;
using CallFlows.Calls.Transcripts;
using Microsoft.Extensions.Options;

namespace CallFlows.AspNetCore.Transcripts;

/// <summary>
/// Keeps the latest transcripts in memory, so that a call can be read while it goes on. Bounded by <see cref="TranscriptOptions"/>: the flow
/// that was silent longest is forgotten first. Safe for many threads.
/// </summary>
public sealed class TranscriptBoard : ICallTranscriptObserver
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<BoardFlow>> _flows = new(StringComparer.Ordinal);
    private readonly LinkedList<BoardFlow> _byAge = new();
    private readonly int _maxLines;
    private readonly int _maxLinesPerFlow;
    private int _lines;

    /// <summary>Makes an empty board.</summary>
    /// <param name="options">How much it keeps.</param>
    public TranscriptBoard(IOptions<CallFlowsServerOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _maxLines = options.Value.Transcripts.MaxLines;
        _maxLinesPerFlow = options.Value.Transcripts.MaxLinesPerFlow;
    }

    /// <summary>What is kept of a flow's calls; null when nothing is.</summary>
    /// <param name="instanceId">The flow's orchestration.</param>
    public FlowTranscript? Find(string instanceId)
    {
        ArgumentNullException.ThrowIfNull(instanceId);
        lock (_lock)
        {
            return _flows.GetValueOrDefault(instanceId)?.Value.Snapshot;
        }
    }

    /// <inheritdoc/>
    public void OnEntry(string instanceId, string flow, CallTranscript call, CallTranscriptEntry entry)
    {
        lock (_lock)
        {
            if (_flows.TryGetValue(instanceId, out LinkedListNode<BoardFlow>? node))
            {
                _byAge.Remove(node);
            }
            else
            {
                node = new LinkedListNode<BoardFlow>(new BoardFlow(instanceId, flow));
                _flows.Add(instanceId, node);
            }

            _byAge.AddLast(node);
            _lines -= node.Value.Lines;
            node.Value.Update(call, _maxLinesPerFlow);
            _lines += node.Value.Lines;
            for (; _lines > _maxLines; _lines -= ForgetOldest())
            {
            }
        }
    }

    /// <summary>Drops what is kept of a flow that was purged.</summary>
    internal void Forget(string instanceId)
    {
        lock (_lock)
        {
            if (_flows.TryGetValue(instanceId, out LinkedListNode<BoardFlow>? node))
            {
                _lines -= Remove(node);
            }
        }
    }

    private int ForgetOldest() => Remove(_byAge.First!);

    private int Remove(LinkedListNode<BoardFlow> node)
    {
        _byAge.Remove(node);
        _flows.Remove(node.Value.InstanceId);
        return node.Value.Lines;
    }
}
