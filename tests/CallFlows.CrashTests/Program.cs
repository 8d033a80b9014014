using System.CommandLine;
using System.Globalization;
using CallFlows.CrashTests;
using CallFlows.CrashTests.Application;
using CallFlows.CrashTests.Judging;
using CallFlows.CrashTests.Playing;

// One executable: started by a test runner it runs the tests, started by the judge it is the application.
switch (args.FirstOrDefault())
{
    case Verbs.Application when args.Length == 2:
        return await ApplicationProgram.RunAsync(args[1]);
    case Verbs.Run:
        return await RunCommand().Parse(args[1..]).InvokeAsync();
    default:
        return await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
}

static RootCommand RunCommand()
{
    CrashOptions defaults = new();
    Option<int> calls = new("--calls") { Description = "How many calls are made.", DefaultValueFactory = _ => defaults.Calls };
    Option<int> kills = new("--kills") { Description = "How often the application is killed.", DefaultValueFactory = _ => defaults.Kills };
    Option<int?> seed = new("--seed") { Description = "Plays the same calls, faults and kills again; another each time when left out." };
    Option<double> rate = new("--rate") { Description = "Calls that begin in a second.", DefaultValueFactory = _ => defaults.Rate };
    Option<double> speed = new("--speed") { Description = "How many times faster than real time the clocks run.", DefaultValueFactory = _ => defaults.Speed };
    RootCommand command = new("Plays calls through an application that is killed again and again, and judges what came of them.") { calls, kills, seed, rate, speed };
    Bound(calls, value => value >= 1, "1 or more");
    Bound(kills, value => value >= 0, "0 or more");
    Bound(rate, value => value is > 0 and <= 1000, "above 0, up to 1000");
    Bound(speed, value => value is >= 1 and <= 100, "1 to 100");
    command.SetAction(async (arguments, _) =>
    {
        CrashOptions options = new(
            arguments.GetValue(calls), arguments.GetValue(kills), arguments.GetValue(seed) ?? Random.Shared.Next(), arguments.GetValue(rate), arguments.GetValue(speed));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{options.Calls} calls, {options.Rate} a second, {options.Kills} kills, clocks {options.Speed} times as fast. Again with: --seed {options.Seed}"));
        Verdict verdict = await new CrashRun(options, Console.WriteLine).RunAsync();
        VerdictTable.Write(verdict, Console.Out);
        return verdict.IsGood ? 0 : 1;
    });
    return command;
}

static void Bound<T>(Option<T> option, Func<T, bool> allows, string allowed) => option.Validators.Add(result =>
{
    if (result.GetValueOrDefault<T>() is { } value && !allows(value))
    {
        result.AddError($"{option.Name} is '{value}'. Allowed: {allowed}.");
    }
});
