using System.Net;
using System.Net.Sockets;
using CallFlows.Cli.Tests.Running;
using Microsoft.AspNetCore.Http;

namespace CallFlows.Cli.Tests.Stories;

public sealed class RefusalStories
{
    private const string Key = "a-key-for-management";

    [Theory]
    [InlineData("show unknown", "There is no flow instance 'unknown'.")]
    [InlineData("history unknown", "There is no flow instance 'unknown'.")]
    [InlineData("transcript unknown", "There is no flow instance 'unknown'.")]
    [InlineData("signal unknown Done", "There is no flow instance 'unknown'.")]
    [InlineData("suspend unknown", "There is no flow instance 'unknown'.")]
    [InlineData("resume errand-1", "is running, so it can't be resumed")]
    [InlineData("terminate unknown --json", "There is no flow instance 'unknown'.")]
    [InlineData("purge errand-1", "Terminate it first")]
    [InlineData("purge --older-than 1d --status running", "Only flows that have ended")]
    [InlineData("list --status broken", "There is no status 'broken'")]
    [InlineData("list --caller 14255550123", "+14255550123")]
    public async Task Command_ThatTheHostRefuses_FailsWithTheHostsReason(string command, string reason)
    {
        await using FlowWorld world = await FlowWorld.StartAsync();
        await world.StartErrandAsync("errand-1");

        (await world.Cli.RunAsync(command.Split(' '))).Refused(ExitCodes.Failed, reason);
    }

    [Theory]
    [InlineData("", "--help")]
    [InlineData("lits", "'lits' is not understood")]
    [InlineData("list --limt 5", "'--limt' is not understood", "callflows list --help")]
    [InlineData("list --limit 0", "'0' must be a whole number, 1 to 100000")]
    [InlineData("list --limit many", "'many' must be a whole number")]
    [InlineData("list --flow-version 0", "'0'")]
    [InlineData("list --from yesterday", "'yesterday' is no time", "2h")]
    [InlineData("history", "argument missing", "history --help")]
    [InlineData("history a --payloads 65537", "1 to 65536")]
    [InlineData("show ..", "'..' can't be an id")]
    [InlineData("signal a .. 1", "'..' can't be a signal's name")]
    [InlineData("signal a Done Ann", "'Ann' is not JSON")]
    [InlineData("terminate a --reason b --output 1", "--reason or --output")]
    [InlineData("terminate a --output {", "'{' is not JSON")]
    [InlineData("purge", "the id of one flow, or --older-than")]
    [InlineData("purge a --older-than 1d", "the id of one flow, or --older-than")]
    [InlineData("purge a --flow b", "--flow and --status")]
    [InlineData("purge --flow b", "--older-than")]
    [InlineData("purge --older-than 30", "'30' is no age")]
    [InlineData("list --url nonsense", "--url", "http://127.0.0.1:5080")]
    [InlineData("list --url http://user@127.0.0.1", "--url")]
    [InlineData("list --url http://phone.test --key abc", "phone.test", "https")]
    public async Task CommandLine_ThatCantBeUnderstood_IsRefusedBeforeAnythingIsAsked(string command, params string[] reasons)
    {
        // Nothing listens there: had it been asked, that would be the complaint.
        Operator cli = new(new Uri("http://127.0.0.1:1"));

        (await cli.RunAsync(command.Split(' ', StringSplitOptions.RemoveEmptyEntries))).Refused(ExitCodes.Usage, reasons);
    }

    [Fact]
    public async Task Host_ThatDoesNotAnswer_IsSaidToBeSilent()
    {
        int port = FreePort();
        Operator cli = new();

        CliRun run = await cli.RunAsync("list", "--url", $"http://127.0.0.1:{port}");

        run.Refused(ExitCodes.Failed, $"http://127.0.0.1:{port}/callflows/", "does not answer", "Is it running?", "CALLFLOWS_URL");
    }

    [Fact]
    public async Task Host_WithAKey_RefusesWithoutItAndShowsNumbersWithIt()
    {
        await using FlowWorld world = await FlowWorld.StartAsync(Key);
        await world.CallAsync();

        CliRun without = await world.Cli.RunAsync("show", "latest");
        CliRun wrong = await world.Cli.RunAsync("show", "latest", "--key", "another-key-for-it");
        CliRun given = await world.Cli.RunAsync("show", "latest", "--key", Key);
        CliRun fromEnvironment = await world.Cli.With("CALLFLOWS_KEY", Key).RunAsync("show", "latest");

        without.Refused(ExitCodes.Failed, "refused", "CALLFLOWS_KEY");
        wrong.Refused(ExitCodes.Failed, "refused");
        given.Done().Out.Should().Contain(FlowWorld.Caller);
        fromEnvironment.Done().Out.Should().Contain(FlowWorld.Caller);
    }

    [Fact]
    public async Task Key_ThatWasGiven_IsNotCarriedElsewhere()
    {
        bool wasAsked = false;
        await using StubHost elsewhere = await StubHost.StartAsync((_, _) =>
        {
            wasAsked = true;
            return Task.CompletedTask;
        });
        await using StubHost host = await StubHost.StartAsync((context, _) =>
        {
            context.Response.Redirect(elsewhere.Url.ToString());
            return Task.CompletedTask;
        });

        CliRun run = await new Operator(host.Url).RunAsync("list", "--key", Key);

        run.Refused(ExitCodes.Failed, "sends elsewhere", elsewhere.Url.ToString());
        wasAsked.Should().BeFalse();
    }

    [Theory]
    [InlineData("<html>Welcome</html>", 200, "not a CallFlows host")]
    [InlineData("[]", 200, "not a CallFlows host")]
    [InlineData("""{"instances":[{"id":7}]}""", 200, "not a CallFlows host")]
    [InlineData("<html>Not here</html>", 404, "404 Not Found", "is it a CallFlows host")]
    [InlineData("""{"detail":7}""", 500, "500 Internal Server Error")]
    public async Task Answer_OfSomethingElse_IsSaidToBeNoHosts(string body, int status, params string[] reasons)
    {
        await using StubHost host = await StubHost.StartAsync((context, _) =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(body);
        });

        (await new Operator(host.Url).RunAsync("list")).Refused(ExitCodes.Failed, reasons);
    }

    [Fact]
    public async Task Purge_ThatFailsHalfWay_SaysHowManyAreGone()
    {
        await using StubHost host = await StubHost.StartAsync((context, number) =>
        {
            context.Response.StatusCode = number < 3 ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
            return context.Response.WriteAsync(number < 3
                ? $$"""{"purged":5,"more":true,"continuationToken":"{{number}}"}"""
                : """{"detail":"The engine could not do this now."}""");
        });

        (await new Operator(host.Url).RunAsync("purge", "--older-than", "1d"))
            .Refused(ExitCodes.Failed, "The engine could not do this now.", "10 flows were purged before that.");
    }

    [Theory]
    [InlineData("", "/callflows/instances")]
    [InlineData("/", "/callflows/instances")]
    [InlineData("/phone/flows/", "/phone/flows/instances")]
    public async Task Address_WithOrWithoutAPath_LeadsToTheEndpoints(string path, string expected)
    {
        string? asked = null;
        await using StubHost host = await StubHost.StartAsync((context, _) =>
        {
            asked = context.Request.Path;
            return context.Response.WriteAsync("""{"instances":[]}""");
        });

        (await new Operator().RunAsync("list", "--url", host.Url.ToString().TrimEnd('/') + path)).Done();

        asked.Should().Be(expected);
    }

    [Fact]
    public async Task Command_ThatIsStopped_SaysSo()
    {
        using CancellationTokenSource stop = new();
        await using StubHost host = await StubHost.StartAsync(async (context, _) =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        StringWriter error = new();
        Surroundings surroundings = new() { Out = TextWriter.Null, Error = error, Variable = _ => null };

        int exitCode = await new CommandLine(surroundings).RunAsync(["list", "--url", host.Url.ToString()], stop.Token).WaitAsync(TimeSpan.FromSeconds(60));

        exitCode.Should().Be(ExitCodes.Failed);
        error.ToString().Should().Contain("stopped before it was done");
    }

    /// <summary>A port that was free a moment ago, and that nothing listens on.</summary>
    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
