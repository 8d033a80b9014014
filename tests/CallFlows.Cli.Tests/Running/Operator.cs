namespace CallFlows.Cli.Tests.Running;

/// <summary>Somebody at a terminal: runs the command line in this process.</summary>
internal sealed class Operator
{
    private readonly Dictionary<string, string> _variables = [];

    public Operator()
    {
    }

    public Operator(Uri host) => _variables["CALLFLOWS_URL"] = host.ToString();

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public bool IsTerminal { get; init; }

    public Operator With(string variable, string value)
    {
        _variables[variable] = value;
        return this;
    }

    public async Task<CliRun> RunAsync(params string[] args)
    {
        StringWriter output = new();
        StringWriter error = new();
        Surroundings surroundings = new()
        {
            Out = output,
            Error = error,
            Variable = name => _variables.GetValueOrDefault(name),
            IsTerminal = IsTerminal,
            Time = Time,
        };
        int exitCode = await new CommandLine(surroundings).RunAsync(args, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(60));
        return new CliRun(exitCode, output.ToString(), error.ToString());
    }
}
