using System.Runtime.InteropServices;

namespace CallFlows.Engine.Store;

/// <summary>A list that takes no memory while it is empty: most of what a commit can hold is not there in most commits.</summary>
internal struct Gathered<T>
{
    private List<T>? _items;

    public readonly int Count => _items?.Count ?? 0;

    public readonly T this[int index] => _items![index];

    public void Add(T item) => (_items ??= []).Add(item);

    public readonly T? Find(Predicate<T> match) => _items is null ? default : _items.Find(match);

    public readonly int FindIndex(Predicate<T> match) => _items?.FindIndex(match) ?? -1;

    public readonly int RemoveAll(Predicate<T> match) => _items?.RemoveAll(match) ?? 0;

    public readonly void RemoveAt(int index) => _items!.RemoveAt(index);

    public readonly void Clear() => _items?.Clear();

    public readonly Span<T>.Enumerator GetEnumerator() => CollectionsMarshal.AsSpan(_items).GetEnumerator();
}
