namespace CallFlows.Engine.Execution;

/// <summary>The numbered tasks the code waits for. Numbers only grow, so that the list is in their order without being sorted.</summary>
internal sealed class PendingTasks
{
    // Most instances that wait do so for one task or two.
    private readonly List<PendingTask> _inOrder = new(1);

    public int Count => _inOrder.Count;

    /// <summary>Adds a task with a higher number than all before.</summary>
    public void Add(PendingTask task) => _inOrder.Add(task);

    public bool Contains(int id) => Find(id) >= 0;

    /// <summary>Takes a task out; null when it isn't there.</summary>
    public PendingTask? Take(int id)
    {
        int place = Find(id);
        if (place < 0)
        {
            return null;
        }

        PendingTask task = _inOrder[place];
        _inOrder.RemoveAt(place);
        return task;
    }

    private int Find(int id)
    {
        int low = 0;
        int high = _inOrder.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            int found = _inOrder[middle].Id;
            if (found == id)
            {
                return middle;
            }

            (low, high) = found < id ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }
}
