using CallFlows.Emulator.Switchboard;

namespace CallFlows.Emulator.Faults;

/// <summary>Answers that the service would not have given, and that somebody asked for.</summary>
internal static class AskedFor
{
    private const int Throttled = 8516;
    private const int Unknown = 9999;
    private const string Note = "(A fault that the emulator was asked for.)";

    /// <summary>How an action fails that was accepted.</summary>
    public static ResultInfo Result { get; } = new(500, Unknown, $"Action failed. {Note}");

    public static ServiceFault Refusal(FaultRule rule)
    {
        int status = rule.Status ?? StatusCodes.Status503ServiceUnavailable;
        bool throttled = status == StatusCodes.Status429TooManyRequests;
        return new ServiceFault(status, throttled ? Throttled : Unknown, $"{(throttled ? "Too many requests." : "The service is not available.")} {Note}")
        {
            RetryAfter = rule.RetryAfter,
        };
    }

    public static ServiceFault Failure(int status) => new(status, Unknown, $"Something went wrong. {Note}");
}
