namespace CallFlows.Analyzers.Rules;

/// <summary>The rules' ids: 1xxx is about replay, 2xxx about the conversation.</summary>
internal static class RuleIds
{
    public const string Clock = "CF1001";
    public const string Random = "CF1002";
    public const string InputOutput = "CF1003";
    public const string Threads = "CF1004";
    public const string Timers = "CF1005";
    public const string LeavingTheFlow = "CF1006";
    public const string SharedState = "CF1007";
    public const string FieldOfFlow = "CF1008";
    public const string ForeignAwait = "CF1009";
    public const string EndlessQuestion = "CF2001";
    public const string DigitsWhileRecording = "CF2002";
    public const string IgnoredOutcome = "CF2003";
    public const string LongPrompt = "CF2004";
}
