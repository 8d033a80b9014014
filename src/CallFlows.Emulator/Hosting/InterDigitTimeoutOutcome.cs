namespace CallFlows.Emulator.Hosting;

/// <summary>Which event a recognition sends whose digits stopped coming (subcode 8532). The service's documents name both.</summary>
public enum InterDigitTimeoutOutcome
{
    /// <summary>RecognizeCompleted with the digits so far, as newer documents say.</summary>
    Completed,

    /// <summary>RecognizeFailed, as older documents say.</summary>
    Failed,
}
