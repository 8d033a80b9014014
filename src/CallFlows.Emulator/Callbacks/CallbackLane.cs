using System.Diagnostics.CodeAnalysis;
using CallFlows.Emulator.Switchboard;

namespace CallFlows.Emulator.Callbacks;

/// <summary>The callbacks of one connection that wait to be delivered. Guarded by its owner's lock.</summary>
internal sealed class CallbackLane
{
    private readonly LinkedList<CallbackDelivery> _waiting = new();
    private IdleWait? _wait;

    public bool IsEmpty => _waiting.Count == 0;

    public void Add(CallbackDelivery delivery)
    {
        _waiting.AddLast(delivery);
        _wait?.Wake();
    }

    /// <summary>Takes the next one: the second when the first is to be overtaken. False when that first one is alone, or there is none.</summary>
    public bool TryTake([NotNullWhen(true)] out CallbackDelivery? delivery)
    {
        LinkedListNode<CallbackDelivery>? first = _waiting.First;
        bool overtaken = first?.Value.Fault.WaitsForNext is not null;
        LinkedListNode<CallbackDelivery>? next = overtaken ? first!.Next : first;
        if (next is null)
        {
            delivery = null;
            return false;
        }

        delivery = next.Value;
        _waiting.Remove(next);
        if (overtaken)
            LetFirstGo();
        return true;
    }

    /// <summary>Waits until one comes that overtakes the first, or for as long as that one waits.</summary>
    public IdleWait WaitForNext(WorkTracker work, TimeProvider time, CancellationToken cancellationToken) =>
        _wait = new IdleWait(work, time, _waiting.First!.Value.Fault.WaitsForNext!.Value, cancellationToken);

    /// <summary>Nothing has come: the first one is overtaken no more.</summary>
    public void EndWait()
    {
        _wait = null;
        if (_waiting.Count == 1)
            LetFirstGo();
    }

    private void LetFirstGo() => _waiting.First!.Value = _waiting.First.Value with { Fault = default };
}
