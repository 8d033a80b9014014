using System.Globalization;
using CallFlows.Protocol.Rest;

namespace CallFlows.Emulator.Faults;

/// <summary>What faults may be asked for.</summary>
internal static class FaultRules
{
    private static readonly TimeSpan LongestCallbackDelay = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestAnswerDelay = TimeSpan.FromMinutes(1);

    /// <summary>What is wrong with the settings, in words; empty when nothing is.</summary>
    public static IEnumerable<string> Check(FaultOptions faults)
    {
        (string Name, double Value)[] chances =
        [
            (nameof(faults.RepeatCallback), faults.RepeatCallback),
            (nameof(faults.DelayCallback), faults.DelayCallback),
            (nameof(faults.DelayAnswer), faults.DelayAnswer),
            (nameof(faults.LoseAnswer), faults.LoseAnswer),
            (nameof(faults.FailAnswer), faults.FailAnswer),
            (nameof(faults.RefuseAction), faults.RefuseAction),
        ];
        foreach ((string name, double value) in chances.Where(chance => chance.Value is not (>= 0 and <= 1)))
            yield return string.Create(CultureInfo.InvariantCulture, $"{name} is '{value}'. Allowed: 0 to 1.");
        if (faults.LoseAnswer + faults.FailAnswer > 1)
            yield return "LoseAnswer and FailAnswer add up to more than 1. Allowed: at most 1 together, as an answer is lost or fails.";
        if (faults.LongestCallbackDelay <= TimeSpan.Zero || faults.LongestCallbackDelay > LongestCallbackDelay)
            yield return $"{nameof(faults.LongestCallbackDelay)} is '{faults.LongestCallbackDelay}'. Allowed: above 0, up to {LongestCallbackDelay}.";
        if (faults.AnswerDelay <= TimeSpan.Zero || faults.AnswerDelay > LongestAnswerDelay)
            yield return $"{nameof(faults.AnswerDelay)} is '{faults.AnswerDelay}'. Allowed: above 0, up to {LongestAnswerDelay}.";
        foreach (string action in faults.Actions.Where(action => !CallAutomationOperations.All.Any(operation => operation.Name == action)))
            yield return $"Actions has '{action}', which is no operation. Allowed: names as in the action log, such as Play.";
    }
}
