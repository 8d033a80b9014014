using System.Text.Json;

namespace CallFlows.Conformance.Scenarios;

/// <summary>One line of the Node program: something that a scenario did or saw. Only the properties of that thing are set.</summary>
internal sealed record ReportLine
{
    public OfficialPackage? Package { get; init; }

    public string? Scenario { get; init; }

    /// <summary>A method of the official client was called, with these options set.</summary>
    public string? Method { get; init; }

    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>The official client sent a request: its verb, and path and status of the answer.</summary>
    public string? Request { get; init; }

    /// <summary>The method of the official client that sent it.</summary>
    public string? By { get; init; }

    public string? Path { get; init; }

    public int Status { get; init; }

    /// <summary>Id of a callback that came with a good token and that the official client could read.</summary>
    public string? Event { get; init; }

    /// <summary>Id of an event that came from Event Grid.</summary>
    public string? GridEvent { get; init; }

    /// <summary>The event's type.</summary>
    public string? Type { get; init; }

    /// <summary>What the official client's parser made of the type.</summary>
    public string? Kind { get; init; }

    /// <summary>What was compared, and whether it was as it should be.</summary>
    public string? Check { get; init; }

    public bool Ok { get; init; }

    public JsonElement? Actual { get; init; }

    public JsonElement? Expected { get; init; }

    /// <summary>Something went wrong.</summary>
    public string? Problem { get; init; }

    /// <summary>The scenario came to its end.</summary>
    public bool Ended { get; init; }
}
