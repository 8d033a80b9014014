namespace CallFlows.Analyzers.ControlFlow;

/// <summary>Finds loops: an edge back to a block that every way to the edge has passed.</summary>
internal sealed class LoopFinder
{
    private const int None = -1;

    private readonly List<int>[] _successors;
    private readonly List<int>[] _predecessors;
    private readonly List<int> _order = [];
    private readonly int[] _rank;
    private readonly int[] _dominators;

    private LoopFinder(FlowGraph graph)
    {
        int count = graph.Blocks.Length;
        _successors = [.. Enumerable.Range(0, count).Select(_ => new List<int>())];
        _predecessors = [.. Enumerable.Range(0, count).Select(_ => new List<int>())];
        _rank = [.. Enumerable.Repeat(None, count)];
        _dominators = [.. Enumerable.Repeat(None, count)];
        foreach (FlowEdge edge in Enumerable.Range(0, count).SelectMany(graph.From))
        {
            Connect(edge.From, edge.To);
        }

        foreach ((int guarded, int handler) in graph.Handlers)
        {
            Connect(guarded, handler);
        }
    }

    /// <summary>The loops of a function, inner ones before those around them.</summary>
    public static IReadOnlyList<FlowLoop> Find(FlowGraph graph)
    {
        LoopFinder finder = new(graph);
        finder.Order();
        finder.Dominate();
        return [.. finder.Loops().OrderBy(loop => loop.Blocks.Count)];
    }

    private void Connect(int from, int to)
    {
        if (to != FlowEdge.Thrown)
        {
            _successors[from].Add(to);
            _predecessors[to].Add(from);
        }
    }

    // Reverse postorder, without recursion: methods may be long.
    private void Order()
    {
        bool[] seen = new bool[_successors.Length];
        Stack<(int Block, int Next)> open = new([(0, 0)]);
        seen[0] = true;
        while (open.Count > 0)
        {
            (int block, int next) = open.Pop();
            if (next == _successors[block].Count)
            {
                _order.Add(block);
                continue;
            }

            open.Push((block, next + 1));
            int successor = _successors[block][next];
            if (!seen[successor])
            {
                seen[successor] = true;
                open.Push((successor, 0));
            }
        }

        _order.Reverse();
        for (int i = 0; i < _order.Count; i++)
        {
            _rank[_order[i]] = i;
        }
    }

    private void Dominate()
    {
        _dominators[0] = 0;
        bool changed = true;
        while (changed)
        {
            changed = false;
            foreach (int block in _order.Skip(1))
            {
                int found = None;
                foreach (int predecessor in _predecessors[block])
                {
                    if (_dominators[predecessor] != None)
                    {
                        found = found == None ? predecessor : Common(predecessor, found);
                    }
                }

                changed |= _dominators[block] != found;
                _dominators[block] = found;
            }
        }
    }

    private int Common(int one, int other)
    {
        while (one != other)
        {
            if (_rank[one] > _rank[other])
            {
                one = _dominators[one];
            }
            else
            {
                other = _dominators[other];
            }
        }

        return one;
    }

    private bool Dominates(int dominator, int block)
    {
        while (_rank[block] > _rank[dominator])
        {
            block = _dominators[block];
        }

        return block == dominator;
    }

    private IEnumerable<FlowLoop> Loops()
    {
        Dictionary<int, HashSet<int>> loops = [];
        foreach (int block in _order)
        {
            foreach (int header in _successors[block])
            {
                // An edge forward can't go to a block that dominates it.
                if (_rank[header] <= _rank[block] && Dominates(header, block))
                {
                    if (!loops.TryGetValue(header, out HashSet<int>? blocks))
                    {
                        loops.Add(header, blocks = [header]);
                    }

                    Collect(block, blocks);
                }
            }
        }

        return loops.Select(loop => new FlowLoop(loop.Key, loop.Value));
    }

    private void Collect(int end, HashSet<int> blocks)
    {
        Stack<int> open = new([end]);
        while (open.Count > 0)
        {
            int block = open.Pop();
            if (_rank[block] != None && blocks.Add(block))
            {
                foreach (int predecessor in _predecessors[block])
                {
                    open.Push(predecessor);
                }
            }
        }
    }
}
