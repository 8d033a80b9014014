namespace CallFlows.Flows.Registration;

/// <summary>The classes that are versions of one flow. They start with the same input, and share the flow's routes.</summary>
internal sealed class FlowVersions(string name)
{
    private readonly SortedList<int, (Type Class, Type? Input)> _versions = [];
    private Type? _routed;

    /// <summary>Whether calls start it, but no route leads to it.</summary>
    public bool LacksRoute => _routed is null && _versions.Values[^1].Input is null;

    /// <summary>The class that new instances run.</summary>
    public Type Latest => _versions.Values[^1].Class;

    /// <param name="flow">The class.</param>
    /// <param name="version">Its version.</param>
    /// <param name="input">What it starts with; null when calls start it.</param>
    /// <exception cref="ArgumentException">The version is not valid, taken, or starts with something else.</exception>
    public void Add(Type flow, int version, Type? input)
    {
        if (string.IsNullOrWhiteSpace(name) || version < 1)
        {
            throw new ArgumentException(
                $"The [Flow] attribute of {flow.Name} needs a name that is not blank, or none, and a version of at least 1; it has '{name}' and {version}.");
        }

        if (_versions.TryGetValue(version, out (Type Class, Type? Input) taken))
        {
            throw new ArgumentException(taken.Class == flow
                ? $"A flow named '{name}' is added already. Add each flow once, with all its routes."
                : $"{taken.Class.FullName} and {flow.FullName} are both version {version} of a flow named '{name}'; give one of them another name "
                    + "or version with a [Flow] attribute.");
        }

        if (_versions.Values.Any(other => other.Input != input))
        {
            throw new ArgumentException(
                $"{Latest.Name} and {flow.Name} can't be versions of one flow '{name}': {StartOf(_versions.Values[^1])}, {StartOf((flow, input))}. "
                + "Let both start in the same way, or give one of them another name with a [Flow] attribute.");
        }

        _versions.Add(version, (flow, input));
    }

    /// <summary>Notes that a class brings the flow's routes.</summary>
    /// <exception cref="ArgumentException">Another class has brought them.</exception>
    public void Route(Type flow)
    {
        if (_routed is not null)
        {
            throw new ArgumentException(
                $"{_routed.Name} and {flow.Name} both have routes, but are versions of one flow '{name}', and routes belong to the flow: a call gets its "
                + "highest version. Give all routes with one of them, and none with the other.");
        }

        _routed = flow;
    }

    private static string StartOf((Type Class, Type? Input) version) =>
        version.Input is { } input ? $"{version.Class.Name} starts with a {input.Name}" : $"{version.Class.Name} answers calls";
}
