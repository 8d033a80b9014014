using System.CommandLine;
using CallFlows.Benchmarks.Comparison;
using CallFlows.Benchmarks.Http;
using CallFlows.Benchmarks.Http.App;
using CallFlows.Benchmarks.LongCall;
using CallFlows.Benchmarks.Machine;
using CallFlows.Benchmarks.Parked;
using CallFlows.Benchmarks.Processes;
using CallFlows.Benchmarks.ShortCall;
using CallFlows.Benchmarks.Stores;
using CallFlows.Benchmarks.Testing;

namespace CallFlows.Benchmarks;

/// <summary>The command line.</summary>
internal static class BenchmarkCommands
{
    private static readonly Option<bool> Quick = new("--quick") { Description = "A smoke run of a few seconds; its numbers mean nothing.", Recursive = true };

    private static readonly Option<DirectoryInfo> Folder = new("--folder")
    {
        Description = "Where stores are written: a folder on a disk. Default the system's folder for temporary files.",
        DefaultValueFactory = _ => new DirectoryInfo(WorkFolder.DefaultPlace()),
        Recursive = true,
    };

    private static readonly Option<int[]> Callers = new("--callers")
    {
        Description = "How many callers at once hold short calls; may be given more than once. Default 1, 50 and 500.",
        DefaultValueFactory = _ => [1, 50, 500],
        Recursive = true,
    };

    private static readonly (string Name, string Description, Func<RunSettings, TextWriter, Task> Run)[] Workloads =
    [
        ("short", "Short calls: start, four times an activity and an event, complete.", ShortCallBenchmark.RunAsync),
        ("long", "Long calls: what a round costs after 250 to 4,000 rounds.", LongCallBenchmark.RunAsync),
        ("parked", "Instances that wait: memory, processor time, start-up.", ParkedBenchmark.RunAsync),
        ("http", "Calls over HTTP: Event Grid, actions and callbacks, through an ASP.NET Core application.", HttpBenchmark.RunAsync),
        ("testing", "The testing kit: virtual calls and explored schedules of the order sample.", TestingBenchmark.RunAsync),
        ("peers", "The same short call on durabletask-js and on Restate.", PeersBenchmark.RunAsync),
    ];

    public static RootCommand Create()
    {
        RootCommand root = new("Measures CallFlows, and prints what it measured as Markdown.");
        root.Options.Add(Quick);
        root.Options.Add(Folder);
        root.Options.Add(Callers);
        root.Subcommands.Add(All());
        foreach ((string name, string description, Func<RunSettings, TextWriter, Task> run) in Workloads)
        {
            Command command = new(name, description);
            command.SetAction(arguments => run(Settings(arguments), Console.Out));
            root.Subcommands.Add(command);
        }

        root.Subcommands.Add(ParkedProcess.Command());
        root.Subcommands.Add(AppProcess.Command());
        return root;
    }

    private static Command All()
    {
        Command all = new("all", "Every workload, each in a process of its own, so that none inherits another's heap.");
        all.SetAction(async arguments =>
        {
            RunSettings settings = Settings(arguments);
            Console.WriteLine("# CallFlows benchmarks");
            Console.WriteLine();
            MachineFacts.Write(Console.Out, settings.Folder);
            foreach ((string name, _, _) in Workloads)
            {
                string[] options = settings.IsQuick ? [Quick.Name] : [];
                await OwnProcess.RunAsync([name, Folder.Name, settings.Folder, .. options]);
            }
        });
        return all;
    }

    private static RunSettings Settings(ParseResult arguments) =>
        new(arguments.GetValue(Quick), arguments.GetRequiredValue(Folder).FullName, arguments.GetRequiredValue(Callers));
}
