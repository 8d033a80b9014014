using CallFlows.Engine.Store;
using CallFlows.Engine.Timers;
using FsCheck;
using FsCheck.Fluent;

namespace CallFlows.Engine.Tests.Timers;

public sealed class TimerHeapTests
{
    [Fact]
    public void Heap_AfterAnyAddsAndRemoves_GivesTheRestInOrder()
    {
        // A positive number adds a timer due then, any other removes one that is there.
        Arbitrary<int[]> commands = Gen.Choose(-20, 50).ArrayOf().ToArbitrary();

        Prop.ForAll(commands, GivesTheRestInOrder).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    private static bool GivesTheRestInOrder(int[] commands)
    {
        TimerHeap heap = new();
        List<TimerEntry> kept = [];
        foreach ((int command, int index) in commands.Select((command, index) => (command, index)))
        {
            if (command > 0)
            {
                TimerEntry entry = new(new TaskKey("one", 1, index), DateTimeOffset.UnixEpoch.AddSeconds(command), index);
                heap.Add(entry);
                kept.Add(entry);
            }
            else if (kept.Count > 0)
            {
                TimerEntry gone = kept[-command % kept.Count];
                heap.Remove(gone);
                kept.Remove(gone);
            }
        }

        List<int> order = [];
        while (heap.First is { } first)
        {
            order.Add(first.Key.TaskId);
            heap.Remove(first);
        }

        return order.SequenceEqual(kept.OrderBy(entry => entry.FireAt).ThenBy(entry => entry.Key.TaskId).Select(entry => entry.Key.TaskId));
    }
}
