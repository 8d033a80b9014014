namespace CallFlows.Determinism;

/// <summary>Members of one type that can't be replayed. The run-time inspector and the analyzers compile this file both.</summary>
internal sealed class ForbiddenCall(ForbiddenKind kind, string type, string[] members, string instead)
{
    /// <summary>Why they can't.</summary>
    public ForbiddenKind Kind { get; } = kind;

    /// <summary>The full name of the type that declares them, as in metadata.</summary>
    public string Type { get; } = type;

    /// <summary>The names of methods, property getters and constructors, as in metadata; empty for all.</summary>
    public string[] Members { get; } = members;

    /// <summary>What to write in their place.</summary>
    public string Instead { get; } = instead;

    /// <summary>Names that are harmless although all are meant.</summary>
    public string[] Except { get; init; } = [];

    /// <summary>Whether only overloads with parameters are meant.</summary>
    public bool OnlyWithParameters { get; init; }

    /// <summary>Whether a member is one of them.</summary>
    /// <param name="member">Its name in metadata, such as <c>get_UtcNow</c>.</param>
    /// <param name="parameters">How many parameters it has.</param>
    public bool Matches(string member, int parameters) =>
        (Members.Length == 0 || Array.IndexOf(Members, member) >= 0)
        && Array.IndexOf(Except, member) < 0
        && (!OnlyWithParameters || parameters > 0);
}
