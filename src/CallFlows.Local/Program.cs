using System.CommandLine;
using CallFlows.Local;
using CallFlows.Local.Demo;
using CallFlows.Local.Serve;
using Spectre.Console;

IAnsiConsole console = Screen.Open();
RootCommand root = new("Runs call flows on this machine: flows, engine and an emulator of Azure Communication Services in one process.");
Command demo = new("demo", "Plays scripted calls through the sample flows, shows what is said, and checks that all went as scripted.");
demo.SetAction((_, cancellationToken) => new DemoCommand(console).RunAsync(cancellationToken));
root.Subcommands.Add(demo);

// What is no option of these commands is configuration, such as --Local:Url http://127.0.0.1:5080.
root.TreatUnmatchedTokensAsErrors = false;
root.SetAction((arguments, cancellationToken) => new ServeCommand(console).RunAsync([.. arguments.UnmatchedTokens], cancellationToken));

return await root.Parse(args).InvokeAsync();
