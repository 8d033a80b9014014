using CallFlows.Determinism;

namespace CallFlows.Analyzers.Determinism;

/// <summary>
/// What can't be replayed either, but does not keep a flow from running: the run-time inspector stops only what is always wrong, a warning
/// can be argued with.
/// </summary>
internal static class DoubtfulCalls
{
    private const string Io = "do it in an activity";

    private static readonly string[] Namespaces =
    [
        "Azure",
        "Dapper",
        "Grpc.Net.Client",
        "Microsoft.Azure",
        "Microsoft.Data",
        "Microsoft.EntityFrameworkCore",
        "MongoDB.Driver",
        "MySqlConnector",
        "Npgsql",
        "StackExchange.Redis",
        "System.Data",
        "System.Net.Http.Json",
        "System.Net.Mail",
        "System.Net.NetworkInformation",
        "System.Net.Sockets",
        "System.Net.WebSockets",
    ];

    private static readonly ForbiddenCall InNamespace = new(ForbiddenKind.InputOutput, "", [], Io);

    /// <summary>Members of types.</summary>
    public static IReadOnlyList<ForbiddenCall> All { get; } =
    [
        new(ForbiddenKind.Clock, "System.TimeProvider", ["GetUtcNow", "GetLocalNow", "GetTimestamp", "GetElapsedTime"], "use Flow.UtcNow"),
        new(ForbiddenKind.Timers, "System.TimeProvider", ["CreateTimer"], "use Flow.DelayAsync"),
        new(ForbiddenKind.Timers, "System.Threading.PeriodicTimer", ["WaitForNextTickAsync"], "use Flow.DelayAsync"),
        new(ForbiddenKind.Random, "System.Random", [], "draw random values in an activity, or derive them from Flow.NewGuid"),
        new(ForbiddenKind.Random, "System.IO.Path", ["GetRandomFileName"], "use Flow.NewGuid"),
        new(ForbiddenKind.InputOutput, "System.IO.Path", ["GetTempFileName"], Io),
        new(ForbiddenKind.InputOutput, "System.IO.FileInfo", [], Io),
        new(ForbiddenKind.InputOutput, "System.IO.DirectoryInfo", [], Io),
        new(ForbiddenKind.InputOutput, "System.IO.FileStream", [], Io),
        new(ForbiddenKind.InputOutput, "System.IO.FileSystemWatcher", [], Io),
        new(ForbiddenKind.InputOutput, "System.Console", [], "write with Flow.Logger, which writes each line once, or do it in an activity"),
        new(ForbiddenKind.InputOutput, "System.Diagnostics.Process", [], Io),
        new(ForbiddenKind.InputOutput, "System.Net.Dns", [], Io),
    ];

    /// <summary>The rule about everything in a namespace of clients, or null.</summary>
    public static ForbiddenCall? OfNamespace(string name) =>
        Array.Exists(Namespaces, client => name == client || name.StartsWith(client + ".", StringComparison.Ordinal)) ? InNamespace : null;
}
