using System.Reflection;

namespace CallFlows.Determinism;

/// <summary>One kind of call that can't be replayed.</summary>
/// <param name="Type">The full name of the type that declares it.</param>
/// <param name="Members">The names of its methods, property getters and constructors; empty for all.</param>
/// <param name="Instead">What to use in its place.</param>
/// <param name="Applies">Tells a harmless overload from the others; null when all of them are meant.</param>
internal sealed record DeterminismRule(string Type, string[] Members, string Instead, Func<MethodBase, bool>? Applies = null)
{
    public bool Matches(MethodBase method) =>
        (Members.Length == 0 || Members.Contains(method.Name)) && (Applies is null || Applies(method));
}
