using CallFlows.Determinism;
using Microsoft.CodeAnalysis;

namespace CallFlows.Analyzers.Rules;

/// <summary>Rules about code that is replayed.</summary>
internal static class DeterminismRule
{
    // Said as the run-time inspector says it.
    private const string Forbidden = "{0} can't be replayed; {1}";

    public static readonly DiagnosticDescriptor Clock = Rule.Warning(
        RuleIds.Clock,
        Rule.Determinism,
        "A flow takes the time from its context",
        Forbidden,
        "A replay reads another time than the first run did, and may decide otherwise. The flow's UtcNow is the same in every replay.");

    public static readonly DiagnosticDescriptor Random = Rule.Warning(
        RuleIds.Random,
        Rule.Determinism,
        "A flow takes ids from its context, and random values from activities",
        Forbidden,
        "A replay draws another value than the first run did. The flow's NewGuid is the same in every replay.");

    public static readonly DiagnosticDescriptor InputOutput = Rule.Warning(
        RuleIds.InputOutput,
        Rule.Determinism,
        "A flow leaves input and output to activities",
        Forbidden,
        "A replay would read, write or send again, and may read something else. An activity's result is stored.");

    public static readonly DiagnosticDescriptor Threads = Rule.Warning(
        RuleIds.Threads,
        Rule.Determinism,
        "A flow stays on its own thread and never blocks it",
        Forbidden,
        "What runs on another thread ends at another moment in a replay, and what blocks keeps the engine from other flows.");

    public static readonly DiagnosticDescriptor Timers = Rule.Warning(
        RuleIds.Timers,
        Rule.Determinism,
        "A flow waits with its context's delay",
        Forbidden,
        "A timer of the process is forgotten when the process ends. The flow's DelayAsync is durable.");

    public static readonly DiagnosticDescriptor LeavingTheFlow = Rule.Warning(
        RuleIds.LeavingTheFlow,
        Rule.Determinism,
        "A flow goes on in its own context after an await",
        Forbidden,
        "What goes on elsewhere runs beside the flow, where no step can be replayed.");

    public static readonly DiagnosticDescriptor SharedState = Rule.Warning(
        RuleIds.SharedState,
        Rule.Determinism,
        "A flow uses no static state that changes",
        "'{0}' is static and can change, so a replay may find another value; keep it in a local variable, or read it in an activity",
        "All flows of the process share it, and a replay in another process finds what that one left there.");

    public static readonly DiagnosticDescriptor FieldOfFlow = Rule.Warning(
        RuleIds.FieldOfFlow,
        Rule.Determinism,
        "A flow keeps what it knows in local variables",
        "'{0}' is written while the flow runs, but the flow's object is made anew for every replay; keep it in a local variable",
        "Fields hold nothing that lasts: after a restart, or when the flow continues as new, they are as the constructor left them.");

    public static readonly DiagnosticDescriptor ForeignAwait = Rule.Warning(
        RuleIds.ForeignAwait,
        Rule.Determinism,
        "A flow waits for its own steps alone",
        "'{0}' is no step of the flow, and waiting for it can't be replayed; call it in an activity",
        "A flow is stopped when it waits for a task that the engine knows nothing of. Steps, activities, and WhenAll and WhenAny of them are known.");

    /// <summary>The rule about a kind of forbidden call.</summary>
    public static DiagnosticDescriptor Of(ForbiddenKind kind) => kind switch
    {
        ForbiddenKind.Clock => Clock,
        ForbiddenKind.Random => Random,
        ForbiddenKind.InputOutput => InputOutput,
        ForbiddenKind.Threads => Threads,
        _ => Timers,
    };
}
