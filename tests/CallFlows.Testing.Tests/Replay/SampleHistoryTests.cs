using CallFlows.Engine;
using CallFlows.Samples;
using CallFlows.Testing.Hosting;
using CallFlows.Testing.Replay;

namespace CallFlows.Testing.Tests.Replay;

/// <summary>
/// The gate over the samples: their recorded calls stand beside this file. <c>CALLFLOWS_WRITE_HISTORIES=1</c> records them anew.
/// </summary>
public sealed class SampleHistoryTests
{
    private const string WriteVariable = "CALLFLOWS_WRITE_HISTORIES";

    public static TheoryData<string> Calls => [.. SampleCalls.All.Keys];

    [Fact]
    public void Samples_OverTheirRecordedCalls_TakeTheSamePath() =>
        ReplayGate.For(flows => flows.AddSamples()).Check("Replay/Histories");

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Sample_CallOfToday_IsExportedWithoutWhatIsPersonalAndFits(string call)
    {
        await using CallFlowTestHost host = await SampleCalls.StartAsync();
        string id = await SampleCalls.All[call](host);

        RecordedHistory history = (await SampleCalls.EngineOf(host).ExportAsync(id))!;

        byte[] file = HistoryFile.Write(history);
        string text = System.Text.Encoding.UTF8.GetString(file);
        text.Should().NotContain(id).And.NotContain("4255550").And.NotContain(SampleCalls.Order).And.NotContain("Monday").And.NotContain("packed");
        HistoryReplay.FindDeparture(HistoryFile.Read(file, call), SampleCalls.RegistryOf(host)).Should().BeNull();
        WriteIfAsked(call, file);
    }

    [Fact]
    public void Samples_RecordedCalls_AreAllThere() =>
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Replay", "Histories"), "*.json").Select(Path.GetFileNameWithoutExtension)
            .Should().BeEquivalentTo(SampleCalls.All.Keys);

    private static void WriteIfAsked(string call, byte[] file)
    {
        if (Environment.GetEnvironmentVariable(WriteVariable) == "1")
        {
            string folder = Path.Combine(RepositoryRoot(), "tests", "CallFlows.Testing.Tests", "Replay", "Histories");
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(Path.Combine(folder, $"{call}.json"), file);
        }
    }

    private static string RepositoryRoot()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CallFlows.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests don't run inside the repository.");
        }

        return folder.FullName;
    }
}
