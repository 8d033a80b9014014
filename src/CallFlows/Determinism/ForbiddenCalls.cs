namespace CallFlows.Determinism;

/// <summary>The calls that give another answer, or run elsewhere, when code is replayed.</summary>
internal static class ForbiddenCalls
{
    private const string Clock = "use Flow.UtcNow (CurrentUtcDateTime of the context)";
    private const string Ids = "use Flow.NewGuid";
    private const string Random = "draw random values in an activity, or derive them from Flow.NewGuid";
    private const string Threads = "call async methods without it, or do the work in an activity";
    private const string Await = "await the task";
    private const string Delay = "use Flow.DelayAsync (CreateTimerAsync of the context)";
    private const string Cancel = "cancel it when Flow.DelayAsync ends";
    private const string Io = "do it in an activity";

    /// <summary>All of them. A flow that holds one is not run.</summary>
    public static IReadOnlyList<ForbiddenCall> All { get; } =
    [
        new(ForbiddenKind.Clock, "System.DateTime", ["get_Now", "get_UtcNow", "get_Today"], Clock),
        new(ForbiddenKind.Clock, "System.DateTimeOffset", ["get_Now", "get_UtcNow"], Clock),
        new(ForbiddenKind.Clock, "System.Environment", ["get_TickCount", "get_TickCount64"], Clock),
        new(ForbiddenKind.Clock, "System.TimeProvider", ["get_System"], Clock),
        new(ForbiddenKind.Clock, "System.Diagnostics.Stopwatch", ["StartNew", "GetTimestamp", "GetElapsedTime", "Start", ".ctor"], Clock),
        new(ForbiddenKind.Random, "System.Guid", ["NewGuid", "CreateVersion7"], Ids),
        new(ForbiddenKind.Random, "System.Random", [".ctor", "get_Shared"], Random),
        new(ForbiddenKind.Random, "System.Security.Cryptography.RandomNumberGenerator", [], Random),
        new(ForbiddenKind.Threads, "System.Threading.Tasks.Task", ["Run"], Threads),
        new(ForbiddenKind.Timers, "System.Threading.Tasks.Task", ["Delay"], Delay),
        new(ForbiddenKind.Threads, "System.Threading.Tasks.Task", ["Wait", "WaitAll", "WaitAny"], Await),
        new(ForbiddenKind.Threads, "System.Threading.Tasks.Task", ["ContinueWith"], Await),
        new(ForbiddenKind.Threads, "System.Threading.Tasks.Task`1", ["ContinueWith"], Await),
        new(ForbiddenKind.Threads, "System.Threading.Tasks.TaskFactory", ["StartNew"], Threads),
        new(ForbiddenKind.Threads, "System.Threading.Tasks.TaskFactory`1", ["StartNew"], Threads),
        new(ForbiddenKind.Threads, "System.Threading.Tasks.Parallel", [], Threads),

        // Compiler-made iterators ask for the thread's id; that says nothing about the flow.
        new(ForbiddenKind.Threads, "System.Threading.Thread", [], Threads) { Except = ["get_CurrentThread", "get_ManagedThreadId"] },
        new(ForbiddenKind.Threads, "System.Threading.ThreadPool", [], Threads),
        new(ForbiddenKind.Timers, "System.Threading.Timer", [".ctor"], Delay),
        new(ForbiddenKind.Timers, "System.Threading.PeriodicTimer", [".ctor"], Delay),
        new(ForbiddenKind.Timers, "System.Timers.Timer", [".ctor"], Delay),
        new(ForbiddenKind.Timers, "System.Threading.CancellationTokenSource", ["CancelAfter"], Cancel),
        new(ForbiddenKind.Timers, "System.Threading.CancellationTokenSource", ["CancelAsync"], "use Cancel"),
        new(ForbiddenKind.Timers, "System.Threading.CancellationTokenSource", [".ctor"], Cancel) { OnlyWithParameters = true },
        new(ForbiddenKind.InputOutput, "System.Net.Http.HttpClient", [], Io),

        // HttpClient overrides its Send: compiled code names the method that is overridden.
        new(ForbiddenKind.InputOutput, "System.Net.Http.HttpMessageInvoker", [], Io),
        new(ForbiddenKind.InputOutput, "System.IO.File", [], Io),
        new(ForbiddenKind.InputOutput, "System.IO.Directory", [], Io),
        new(ForbiddenKind.InputOutput, "System.IO.FileStream", [".ctor"], Io),
        new(ForbiddenKind.InputOutput, "System.Console", ["Read", "ReadKey", "ReadLine"], Io),
    ];
}
