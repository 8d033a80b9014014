using Microsoft.CodeAnalysis.FlowAnalysis;

namespace CallFlows.Analyzers.ControlFlow;

/// <summary>Follows every way through a function, with what is known at each place.</summary>
/// <typeparam name="TState">What is known; never changed once it is made.</typeparam>
internal abstract class ForwardAnalysis<TState>(FlowGraph graph)
    where TState : class
{
    private readonly Dictionary<int, TState> _before = [];
    private readonly Dictionary<FlowEdge, TState> _along = [];
    private readonly Queue<int> _open = new();
    private readonly HashSet<int> _waiting = [];

    /// <summary>What is known before each block that can be reached.</summary>
    public IReadOnlyDictionary<int, TState> Before => _before;

    /// <summary>What is known on each way that can be gone.</summary>
    public IReadOnlyDictionary<FlowEdge, TState> Along => _along;

    /// <summary>How often a block was passed: what the analysis costs.</summary>
    public int Passes { get; private set; }

    /// <summary>Follows all ways from a block.</summary>
    public void Run(int block, TState state)
    {
        Arrive(block, state);
        while (_open.Count > 0)
        {
            int at = _open.Dequeue();
            _waiting.Remove(at);
            Pass(at);
        }
    }

    /// <summary>Whether to go on in a block. Without, its ways are told but not followed.</summary>
    protected virtual bool Follows(int block) => true;

    /// <summary>What is known after a block.</summary>
    protected abstract TState After(BasicBlock block, TState state);

    /// <summary>What is known on one way out of a block, or null when it can't be gone.</summary>
    protected abstract TState? On(FlowEdge edge, BasicBlock block, TState after);

    /// <summary>What is known where two ways meet. Has to lose knowledge, or be equal to the first.</summary>
    protected abstract TState Join(TState one, TState other);

    /// <summary>Whether the same is known.</summary>
    protected abstract bool AreEqual(TState one, TState other);

    private void Pass(int at)
    {
        Passes++;
        TState after = After(graph.Blocks[at], _before[at]);
        foreach (FlowEdge edge in graph.From(at))
        {
            if ((edge.After is not null && !_along.ContainsKey(edge.After)) || On(edge, graph.Blocks[at], after) is not { } state)
            {
                continue;
            }

            bool isNew = !_along.ContainsKey(edge);
            _along[edge] = state;
            if (edge.To == FlowEdge.Thrown || !Follows(edge.To))
            {
                continue;
            }

            Arrive(edge.To, state);
            if (isNew)
            {
                Reopen(edge);
            }
        }
    }

    // A finally block that was passed before now leads further.
    private void Reopen(FlowEdge entered)
    {
        if (graph.FollowUp(entered) is { } edge && _before.ContainsKey(edge.From))
        {
            Open(edge.From);
        }
    }

    private void Arrive(int block, TState state)
    {
        if (!_before.TryGetValue(block, out TState? known))
        {
            _before.Add(block, state);
            Open(block);
            return;
        }

        TState joined = ReferenceEquals(known, state) ? known : Join(known, state);
        if (!AreEqual(known, joined))
        {
            _before[block] = joined;
            Open(block);
        }
    }

    private void Open(int block)
    {
        if (_waiting.Add(block))
        {
            _open.Enqueue(block);
        }
    }
}
