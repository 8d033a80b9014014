using System.Diagnostics.CodeAnalysis;

namespace CallFlows.Engine.Instances;

/// <summary>The messages that wait for one instance, in order; takes no memory to speak of while there are none. Not safe for several threads.</summary>
internal sealed class Mailbox
{
    private const int FirstCapacity = 4;

    private InstanceMessage?[] _ring = [];
    private int _first;

    public int Count { get; private set; }

    public void AddLast(InstanceMessage message)
    {
        MakeRoom();
        _ring[(_first + Count) % _ring.Length] = message;
        Count++;
    }

    public void AddFirst(InstanceMessage message)
    {
        MakeRoom();
        _first = (_first == 0 ? _ring.Length : _first) - 1;
        _ring[_first] = message;
        Count++;
    }

    public bool TryTakeFirst([NotNullWhen(true)] out InstanceMessage? message)
    {
        if (Count == 0)
        {
            message = null;
            return false;
        }

        message = _ring[_first]!;
        _ring[_first] = null;
        _first = (_first + 1) % _ring.Length;
        Count--;
        return true;
    }

    /// <summary>Gives back the memory of a mailbox that is empty.</summary>
    public void Trim()
    {
        if (Count == 0)
        {
            _ring = [];
            _first = 0;
        }
    }

    private void MakeRoom()
    {
        if (Count < _ring.Length)
        {
            return;
        }

        InstanceMessage?[] larger = new InstanceMessage?[Math.Max(FirstCapacity, _ring.Length * 2)];
        for (int i = 0; i < Count; i++)
        {
            larger[i] = _ring[(_first + i) % _ring.Length];
        }

        _ring = larger;
        _first = 0;
    }
}
