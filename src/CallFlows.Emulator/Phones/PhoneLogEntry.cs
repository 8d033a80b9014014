namespace CallFlows.Emulator.Phones;

/// <summary>One thing that a phone heard or did.</summary>
/// <param name="Number">Position in the phone's log, from 1.</param>
/// <param name="At">When, by the emulator's clock.</param>
/// <param name="Kind">What.</param>
/// <param name="Text">Keys, words, the other party or a reason, by kind; null when there is nothing to say.</param>
/// <param name="Prompt">The prompt, for the kinds about prompts.</param>
public sealed record PhoneLogEntry(int Number, DateTimeOffset At, PhoneLogKind Kind, string? Text = null, HeardPrompt? Prompt = null)
{
    /// <summary>The entry in one line, for a display.</summary>
    /// <returns>Kind and detail.</returns>
    public override string ToString() => (Text ?? (Prompt?.Words is { Length: > 0 } words ? words : Prompt?.Content)) is { } detail
        ? $"{Kind}: {detail}"
        : Kind.ToString();
}
