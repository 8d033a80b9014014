namespace CallFlows.Prompts;

/// <summary>The gender of a spoken voice.</summary>
public enum VoiceKind
{
    /// <summary>A male voice.</summary>
    Male,

    /// <summary>A female voice.</summary>
    Female,
}
