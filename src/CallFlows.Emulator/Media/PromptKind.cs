namespace CallFlows.Emulator.Media;

/// <summary>What a prompt is made of (wire reference, 3.2).</summary>
public enum PromptKind
{
    /// <summary>Plain text, spoken by a voice.</summary>
    Text,

    /// <summary>Speech Synthesis Markup Language.</summary>
    Ssml,

    /// <summary>An audio file.</summary>
    File,
}
