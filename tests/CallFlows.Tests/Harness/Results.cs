using CallFlows.Events;

namespace CallFlows.Tests.Harness;

/// <summary>How the service rates outcomes, as recorded.</summary>
internal static class Results
{
    public static readonly ResultInformation Fine = new(200, 0, "");
    public static readonly ResultInformation Done = new(200, 0, "Action completed successfully.");
    public static readonly ResultInformation Unreachable = new(500, 0, "Action failed.");
    public static readonly ResultInformation Cancelled = new(400, 8508, "Action failed, the operation was cancelled.");
    public static readonly ResultInformation Terminated = new(200, 7000, "The conversation has ended. DiagCode: 0#7000.@");
    public static readonly ResultInformation Declined = new(603, 0, "Decline. DiagCode: 603#0.@");
    public static readonly ResultInformation Silence = new(400, 8510, "Action failed, initial silence timeout reached.");
    public static readonly ResultInformation WrongTone = new(400, 8534, "Action failed, incorrect tone entered.");
    public static readonly ResultInformation NotUnderstood = new(400, 8547, "Action failed, speech option not matched.");
    public static readonly ResultInformation BetweenKeys = new(400, 8532, "Action failed, inter-digit silence timeout reached.");
    public static readonly ResultInformation BadFile = new(400, 8535, "Action failed, file format is invalid.");
    public static readonly ResultInformation TakenBack = new(487, 5234, "addParticipants failed. DiagCode: 487#5234.@");
}
