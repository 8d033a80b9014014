namespace CallFlows.Testing.Storyboards;

/// <summary>What the environment says about storyboards.</summary>
/// <param name="Accepts">Whether what happens is to be written into the files.</param>
/// <param name="IsContinuousIntegration">Whether this is a build server, where nobody would look at what was written.</param>
internal sealed record StoryboardSwitches(bool Accepts, bool IsContinuousIntegration)
{
    public const string Accept = "CALLFLOWS_ACCEPT";

    /// <exception cref="InvalidOperationException">A switch is set to what it doesn't know.</exception>
    public static StoryboardSwitches Read(Func<string, string?> variable) => new(
        variable(Accept) switch
        {
            null or "" or "0" => false,
            "1" => true,
            var other => throw new InvalidOperationException($"{Accept} is '{other}'; it must be 1 to accept what happens, or not be set."),
        },
        string.Equals(variable("CI"), "true", StringComparison.OrdinalIgnoreCase));
}
