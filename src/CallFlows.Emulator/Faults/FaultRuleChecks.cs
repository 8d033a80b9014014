using System.Globalization;
using CallFlows.Protocol.Callbacks;
using CallFlows.Protocol.Rest;

namespace CallFlows.Emulator.Faults;

/// <summary>What a rule may ask for.</summary>
internal static class FaultRuleChecks
{
    private const int MaxNames = 100;
    private const int MaxText = 512;
    private const int MaxOften = 1_000_000;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private static readonly string[] Takers =
        [CallAutomationOperations.AnswerCall.Name, CallAutomationOperations.RejectCall.Name, CallAutomationOperations.RedirectCall.Name];

    private static readonly string[] Failing =
    [
        CallAutomationOperations.SendDtmfTones.Name, CallAutomationOperations.StartContinuousDtmfRecognition.Name,
        CallAutomationOperations.StartRecording.Name,
    ];

    /// <summary>What is wrong with a rule, in words; empty when nothing is.</summary>
    public static IEnumerable<string> Check(FaultRule rule)
    {
        if (!Enum.IsDefined(rule.Kind))
            return [Message(nameof(rule.Kind), rule.Kind, string.Join(", ", Enum.GetNames<FaultKind>()))];
        return [.. CheckNames(rule), .. CheckCall(rule), .. CheckOften(rule), .. CheckEffect(rule)];
    }

    private static IEnumerable<string> CheckNames(FaultRule rule)
    {
        FaultPhase phase = FaultPhases.Of(rule.Kind);
        if (rule.Operations.Count > MaxNames || rule.Events.Count > MaxNames)
            yield return $"Operations or Events has more than {MaxNames} names.";
        bool ofRequests = phase is FaultPhase.BeforeAction or FaultPhase.AfterAction or FaultPhase.Effect or FaultPhase.IncomingCallTaken;
        if (rule.Operations.Count > 0 && !ofRequests)
            yield return $"Operations can't be set for {rule.Kind}, which hits no request.";
        if (rule.Events.Count > 0 && phase != FaultPhase.Callback)
            yield return $"Events can't be set for {rule.Kind}, which hits no callback.";
        string[]? few = phase switch
        {
            FaultPhase.IncomingCallTaken => Takers,
            FaultPhase.Effect => Failing,
            _ => null,
        };
        IEnumerable<string> operations = few ?? CallAutomationOperations.All.Select(operation => operation.Name);
        foreach (string name in rule.Operations.Where(name => !operations.Contains(name)).Take(1))
        {
            yield return few is not null
                ? $"Operations has '{Shown(name)}'. Allowed for {rule.Kind}: {string.Join(", ", few)}."
                : $"Operations has '{Shown(name)}', which is no operation. Allowed: names as in the action log, such as Play.";
        }

        foreach (string name in rule.Events.Where(name => CallbackDataTypes.DataTypeOf(CallbackEventTypes.Prefix + name) is null).Take(1))
            yield return $"Events has '{Shown(name)}', which is no event. Allowed: names such as PlayCompleted.";
    }

    private static IEnumerable<string> CheckCall(FaultRule rule)
    {
        if (rule.CallConnectionId is { } id && id.Length is 0 or > MaxText)
            yield return $"CallConnectionId has {id.Length} characters. Allowed: 1 to {MaxText}.";
        if (rule.Party is { } party && (string.IsNullOrWhiteSpace(party) || party.Length > MaxText))
            yield return $"Party has {party.Length} characters. Allowed: a phone number or raw id of up to {MaxText}, with '*' for any characters.";
    }

    private static IEnumerable<string> CheckOften(FaultRule rule)
    {
        if (rule.Skip is < 0 or > MaxOften)
            yield return Message(nameof(rule.Skip), rule.Skip, $"0 to {MaxOften}");
        if (rule.Count is < 1 or > MaxOften)
            yield return Message(nameof(rule.Count), rule.Count, $"1 to {MaxOften}");
    }

    private static IEnumerable<string> CheckEffect(FaultRule rule)
    {
        if (rule.Status is { } status && StatusFor(rule.Kind, status) is { } allowedStatus)
            yield return Message(nameof(rule.Status), status, allowedStatus);
        if (rule.RetryAfter is { } retryAfter)
        {
            if (rule.Kind != FaultKind.RefuseAction)
                yield return $"RetryAfter can't be set for {rule.Kind}; only RefuseAction has one.";
            else if (retryAfter < TimeSpan.Zero || retryAfter > Hour || retryAfter.Ticks % TimeSpan.TicksPerSecond != 0)
                yield return Message(nameof(rule.RetryAfter), retryAfter, $"whole seconds, 0 to {Hour}");
        }

        if (rule.Delay is { } delay && DelayFor(rule.Kind, delay) is { } allowedDelay)
            yield return Message(nameof(rule.Delay), delay, allowedDelay);
        if (rule.Times is { } times && (rule.Kind != FaultKind.RepeatCallback || times is < 1 or > 10))
            yield return Message(nameof(rule.Times), times, rule.Kind == FaultKind.RepeatCallback ? "1 to 10" : $"nothing, as {rule.Kind} repeats no callback");
    }

    private static string? StatusFor(FaultKind kind, int status) => kind switch
    {
        FaultKind.RefuseAction => status is 429 or (>= 500 and <= 599) ? null : "429, or 500 to 599",
        FaultKind.FailAnswer => status is >= 500 and <= 599 ? null : "500 to 599",
        _ => $"nothing, as {kind} sends no answer of its own",
    };

    private static string? DelayFor(FaultKind kind, TimeSpan delay)
    {
        TimeSpan? most = kind switch
        {
            FaultKind.DelayAnswer => Minute,
            FaultKind.HangAction or FaultKind.DelayCallback or FaultKind.ReorderCallback => Hour,
            _ => null,
        };
        if (most is null)
            return $"nothing, as {kind} makes nothing late";
        return delay > TimeSpan.Zero && delay <= most ? null : $"above 0, up to {most}";
    }

    private static string Shown(string? name) => name is { Length: > 60 } ? name[..60] + "…" : name ?? "null";

    private static string Message(string name, object value, string allowed) =>
        string.Create(CultureInfo.InvariantCulture, $"{name} is '{value}'. Allowed: {allowed}.");
}
