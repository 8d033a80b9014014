namespace CallFlows.Conformance.Requests;

/// <summary>A part in which our request and the official client's are not alike; null where a side has no such part.</summary>
internal sealed record RequestDifference(string Part, string? Ours, string? Theirs)
{
    public override string ToString() => $"{Part} is {Ours ?? "absent"}, and {Theirs ?? "absent"} in the official client's request";

    public static IReadOnlyList<RequestDifference> Between(IReadOnlyDictionary<string, string> ours, IReadOnlyDictionary<string, string> theirs) =>
    [
        .. ours.Keys.Union(theirs.Keys).Order(StringComparer.Ordinal)
            .Select(part => new RequestDifference(part, ours.GetValueOrDefault(part), theirs.GetValueOrDefault(part)))
            .Where(difference => difference.Ours != difference.Theirs),
    ];
}
