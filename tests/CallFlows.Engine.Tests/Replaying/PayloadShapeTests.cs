using System.Text;
using CallFlows.Durable;
using CallFlows.Engine.Tests.Embedded;

namespace CallFlows.Engine.Tests.Replaying;

/// <summary>What is made of values by their shape, where nothing tells their type.</summary>
public sealed class PayloadShapeTests : EmbeddedEngineTest
{
    private async Task<string> ExportAsync(Payload input)
    {
        Orchestrator("flow", async context => (await context.WaitForExternalEventAsync("go")).To<string>());
        await StartEngineAsync();
        await Client.StartIfAbsentAsync("flow", "one", input);
        await Engine.SettleAsync();
        RecordedHistory history = (await Engine.Engine.ExportAsync("one"))!;
        HistoryFile.Read(HistoryFile.Write(history), "file").Events[0].Payload.Should().Be(history.Events[0].Payload);
        return history.Events[0].Payload.ToString();
    }

    [Theory]
    [InlineData("\"Anna\"", "\"text-1\"")]
    [InlineData("\"\"", "\"\"")]
    [InlineData("null", "null")]
    [InlineData("[true,false,0,-1,123456,1.25]", "[true,false,0,-1,123456,1.25]")]
    [InlineData("[1234567,-1234567,1234567.25]", "[5555551,-5555551,5555551.25]")]
    [InlineData("[\"1\",\"*\",\"12\",\"1234#\",\"12\"]", "[\"1\",\"*\",\"51\",\"5552#\",\"51\"]")]
    [InlineData("[\"+4915112345678\",\"4:+4915112345678\",\"4915112345678\"]", "[\"+12005550100\",\"4:+12005550100\",\"12005550100\"]")]
    [InlineData("[4915112345678,\"4915112345678\",\"+4915112345678\"]", "[12005550100,\"12005550100\",\"+12005550100\"]")]
    [InlineData("[\"+442079460018\",\"+12005550100\"]", "[\"+12005550101\",\"+12005550102\"]")]
    [InlineData("[\"4:anonymous\",\"4:30 pm\"]", "[\"4:anonymous\",\"text-1\"]")]
    [InlineData("\"8:acs:7b1f0c9e-2d44-4c7b-b0d4-0f5f3f0a8c11_00000014\"", "\"8:acs:00000000-0000-4000-8001-000000000001_user-2\"")]
    [InlineData("[\"1971-03-04\",\"1971-03-04T10:00:00Z\",\"1971-03-05\"]", "[\"2000-01-01\",\"2000-01-01T10:00:00Z\",\"2000-01-02\"]")]
    [InlineData("\"7b1f0c9e2d444c7bb0d40f5f3f0a8c11\"", "\"00000000000040008000000000000001\"")]
    [InlineData("[\"https://a.example/anna?k=1\",\"wss://b.example\"]", "[\"https://redacted.example/1\",\"wss://redacted.example/2\"]")]
    [InlineData("{\"incomingCallContext\":\"secret\"}", "{\"incomingCallContext\":\"removed\"}")]
    [InlineData("{\"+4915112345678\":{\"a b\":\"Anna\"}}", "{\"+12005550100\":{\"a b\":\"text-1\"}}")]
    public async Task Value_OfUnknownType_IsMaskedByItsShape(string original, string redacted) =>
        (await ExportAsync(Payload.Parse(original))).Should().Be(redacted);

    [Fact]
    public async Task Value_NestedDeeply_IsExported()
    {
        string deep = $"{new string('[', 250)}\"Anna\"{new string(']', 250)}";

        (await ExportAsync(new Payload(Encoding.UTF8.GetBytes(deep)))).Should().Be(deep.Replace("Anna", "text-1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Value_NestedTooDeeply_IsRefused()
    {
        string deep = $"{new string('[', 300)}1{new string(']', 300)}";

        Func<Task> export = () => ExportAsync(new Payload(Encoding.UTF8.GetBytes(deep)));

        await export.Should().ThrowAsync<HistoryExportException>().WithMessage("*nested deeper than 256 levels*");
    }
}
