namespace CallFlows.CallAutomation;

/// <summary>A setting can't be used. The message names it, shows its value unless it is a secret, and says what is allowed.</summary>
public sealed class CallAutomationOptionsException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="setting">Name of the setting.</param>
    /// <param name="value">Its value, or null when it is absent or a secret.</param>
    /// <param name="allowed">What is allowed, as a sentence.</param>
    /// <param name="innerException">What was caught, or null.</param>
    public CallAutomationOptionsException(string setting, object? value, string allowed, Exception? innerException = null)
        : base(value is null ? $"{setting} can't be used. {allowed}" : $"{setting} can't be '{value}'. {allowed}", innerException) => Setting = setting;

    /// <summary>Name of the setting.</summary>
    public string Setting { get; }
}
