using System.Text.Json;
using CallFlows.Cli.Tests.Running;
using Microsoft.AspNetCore.Http;

namespace CallFlows.Cli.Tests.Stories;

public sealed class ExportStories : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("callflows-export-");

    private string Out => Path.Combine(_folder.FullName, "Histories");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Export_OfOneFlow_IsWrittenUnderANameThatTellsNobody()
    {
        await using FlowWorld world = await FlowWorld.StartAsync();
        string call = await world.CallAsync();

        CliRun run = (await world.Cli.RunAsync("export", call, "--out", Out)).Done();

        string file = run.Lines.Should().ContainSingle().Which;
        Path.GetFileName(file).Should().MatchRegex("^NotingLine-v1-live-[0-9a-f]{8}\\.json$");
        string text = await File.ReadAllTextAsync(file);
        text.Should().StartWith("{\n  \"format\": \"callflows-history\"").And.EndWith("}\n")
            .And.NotContain(FlowWorld.Caller).And.NotContain(FlowWorld.Called).And.NotContain(call);
        (await world.Cli.RunAsync("export", call, "--out", Out)).Done().Lines.Should().Equal([file], "the same history has the same name");
    }

    [Fact]
    public async Task Export_OfOneFlowWithoutAFolder_IsWrittenToTheOutput()
    {
        await using FlowWorld world = await FlowWorld.StartAsync();
        await world.StartErrandAsync("errand-1");

        CliRun run = (await world.Cli.RunAsync("export", "latest")).Done();

        run.Json.GetProperty("flow").GetString().Should().Be("Errand");
        run.Out.Should().NotContain("milk");
    }

    [Fact]
    public async Task Export_OfAllFlowsOfAKind_WritesAFileForEach()
    {
        await using FlowWorld world = await FlowWorld.StartAsync();
        await world.StartErrandAsync("errand-1");
        await world.PassAsync(TimeSpan.FromMinutes(1));
        await world.StartErrandAsync("errand-2");
        await world.CallAsync();

        CliRun run = (await world.Cli.RunAsync("export", "--flow", "Errand", "--out", Out, "--json")).Done();

        JsonElement files = run.Json.GetProperty("files");
        files.GetArrayLength().Should().Be(2);
        files.EnumerateArray().Select(file => file.GetString()!).Should().OnlyContain(file => File.Exists(file) && file.Contains("Errand-v1-live-"));
    }

    [Fact]
    public async Task Export_WhereSomeAreRefused_WritesTheOthersAndSaysWhy()
    {
        await using FlowWorld world = await FlowWorld.StartAsync();
        await world.StartErrandAsync("errand-1", "fail");
        await world.Host.Orchestrations.WaitForCompletionAsync("errand-1");
        await world.StartErrandAsync("errand-2");

        CliRun run = await world.Cli.RunAsync("export", "--flow", "Errand", "--out", Out);

        run.ExitCode.Should().Be(ExitCodes.Failed);
        run.Lines.Should().ContainSingle().Which.Should().Contain("Errand-v1-live-");
        run.Error.Should().Contain("1 of 2 could not be exported.").And.Contain("--keep 'Errand:$'");
        (await world.Cli.RunAsync("export", "--flow", "Errand", "--keep", "Errand:$", "--out", Out)).Done().Lines.Should().HaveCount(2);
    }

    [Theory]
    [InlineData("export", "give an id; or a filter, such as --flow, and a folder with --out")]
    [InlineData("export --flow Errand", "a folder with --out")]
    [InlineData("export errand-1 --flow Errand", "an id or filters, not both")]
    [InlineData("export --limit 2000 --flow Errand --out here", "'2000' must be a whole number, 1 to 1000")]
    public async Task Export_ThatCantBeUnderstood_IsRefused(string command, string reason)
    {
        await using FlowWorld world = await FlowWorld.StartAsync();

        (await world.Cli.RunAsync(command.Split(' '))).Refused(ExitCodes.Usage, reason);
    }

    [Fact]
    public async Task Export_IntoAFolderThatIsAFile_IsRefused()
    {
        await using FlowWorld world = await FlowWorld.StartAsync();
        await world.StartErrandAsync("errand-1");
        await File.WriteAllTextAsync(Out, "a file");

        (await world.Cli.RunAsync("export", "errand-1", "--out", Out)).Refused(ExitCodes.Usage, "can't be written", "--out");
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("""{"format":"something-else"}""")]
    [InlineData("""{"format":7}""")]
    [InlineData("""{"format":"callflows-history","flow":{}}""")]
    public async Task Export_OfWhatIsNoHistory_IsRefused(string answer)
    {
        await using StubHost stub = await StubHost.StartAsync((context, _) => context.Response.WriteAsync(answer));

        (await new Operator(stub.Url).RunAsync("export", "errand-1", "--out", Out)).Refused(ExitCodes.Failed, "no history");
    }
}
