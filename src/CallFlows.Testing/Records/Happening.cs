using CallFlows.Actions;

namespace CallFlows.Testing.Records;

/// <summary>One thing that happened in a test.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="At">When, since the test's start.</param>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="Who">The phone, by its name in the test, or the flow.</param>
/// <param name="Text">What it was, in words.</param>
public sealed record Happening(int Number, TimeSpan At, HappeningKind Kind, string Who, string Text)
{
    /// <summary>The action that was carried out, or failed; null for anything else.</summary>
    public CallAction? Action { get; init; }

    /// <summary>The connection that an action or a callback is about; null for none.</summary>
    public string? CallConnectionId { get; init; }
}
