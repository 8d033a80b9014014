using System.Reflection;

namespace CallFlows.Determinism;

/// <summary>The calls that give another answer, or run elsewhere, when code is replayed.</summary>
internal static class DeterminismRules
{
    private const string Clock = "use Flow.UtcNow (CurrentUtcDateTime of the context)";
    private const string Ids = "use Flow.NewGuid";
    private const string Random = "draw random values in an activity, or derive them from Flow.NewGuid";
    private const string Threads = "call async methods without it, or do the work in an activity";
    private const string Delay = "use Flow.DelayAsync (CreateTimerAsync of the context)";
    private const string Cancel = "cancel it when Flow.DelayAsync ends";
    private const string Io = "do it in an activity";

    private static readonly ILookup<string, DeterminismRule> ByType = new DeterminismRule[]
    {
        new("System.DateTime", ["get_Now", "get_UtcNow", "get_Today"], Clock),
        new("System.DateTimeOffset", ["get_Now", "get_UtcNow"], Clock),
        new("System.Environment", ["get_TickCount", "get_TickCount64"], Clock),
        new("System.TimeProvider", ["get_System"], Clock),
        new("System.Diagnostics.Stopwatch", ["StartNew", "GetTimestamp", "GetElapsedTime", "Start", ".ctor"], Clock),
        new("System.Guid", ["NewGuid", "CreateVersion7"], Ids),
        new("System.Random", [".ctor", "get_Shared"], Random),
        new("System.Security.Cryptography.RandomNumberGenerator", [], Random),
        new("System.Threading.Tasks.Task", ["Run"], Threads),
        new("System.Threading.Tasks.Task", ["Delay"], Delay),
        new("System.Threading.Tasks.Task", ["Wait", "WaitAll", "WaitAny"], "await the task"),
        new("System.Threading.Tasks.Task", ["ContinueWith"], "await the task"),
        new("System.Threading.Tasks.Task`1", ["ContinueWith"], "await the task"),
        new("System.Threading.Tasks.TaskFactory", ["StartNew"], Threads),
        new("System.Threading.Tasks.TaskFactory`1", ["StartNew"], Threads),
        new("System.Threading.Tasks.Parallel", [], Threads),
        new("System.Threading.Thread", [], Threads, IsNoBookkeeping),
        new("System.Threading.ThreadPool", [], Threads),
        new("System.Threading.Timer", [".ctor"], Delay),
        new("System.Threading.PeriodicTimer", [".ctor"], Delay),
        new("System.Timers.Timer", [".ctor"], Delay),
        new("System.Threading.CancellationTokenSource", ["CancelAfter"], Cancel),
        new("System.Threading.CancellationTokenSource", ["CancelAsync"], "use Cancel"),
        new("System.Threading.CancellationTokenSource", [".ctor"], Cancel, method => method.GetParameters().Length > 0),
        new("System.Net.Http.HttpClient", [], Io),
        new("System.IO.File", [], Io),
        new("System.IO.Directory", [], Io),
        new("System.IO.FileStream", [".ctor"], Io),
        new("System.Console", ["Read", "ReadKey", "ReadLine"], Io),
    }.ToLookup(rule => rule.Type, StringComparer.Ordinal);

    /// <summary>The rule a call breaks, or null.</summary>
    public static DeterminismRule? Find(MethodBase called)
    {
        string? type = called.DeclaringType is { IsGenericType: true } generic
            ? generic.GetGenericTypeDefinition().FullName
            : called.DeclaringType?.FullName;
        return type is null ? null : ByType[type].FirstOrDefault(rule => rule.Matches(called));
    }

    // Compiler-made iterators ask for the thread's id; that says nothing about the flow.
    private static bool IsNoBookkeeping(MethodBase method) => method.Name is not ("get_CurrentThread" or "get_ManagedThreadId");
}
