using System.Text.Json;
using CallFlows.Protocol.Callbacks;
using CallFlows.Protocol.EventGrid;
using CallFlows.Protocol.Tests.Recordings;

namespace CallFlows.Protocol.Tests.Callbacks;

public sealed class CallbackRoundTripTests(ITestOutputHelper output)
{
    // From these versions on the models write the common properties in the service's order.
    private static readonly string[] VersionsInModelOrder = ["2024-09-01-preview", "2025-05-15"];

    [Fact]
    public void Fixtures_TakenTogether_HoldEveryEventType()
    {
        IEnumerable<string?> types = RecordedFiles.Fixtures(RecordedFiles.Events)
            .Where(line => line.IsCallback)
            .SelectMany(line => ProtocolJson.Read<List<CallbackEvent>>(line.Parse()))
            .Select(e => e.Type);

        types.Should().Contain(CallbackDataTypes.All.Keys);
        CallbackDataTypes.All.Should().HaveCount(38);
    }

    [Fact]
    public void CallbackEvent_ReadAndWrittenAgain_LosesNothing()
    {
        foreach (RecordedLine line in RecordedFiles.FixturesAndRecordings(RecordedFiles.Events, output).Where(l => l.IsCallback))
        {
            JsonElement original = line.Parse();
            List<CallbackEvent> events = ProtocolJson.Read<List<CallbackEvent>>(original);

            JsonShape.Of(ProtocolJson.Write(events)).Should().Be(JsonShape.Of(original), "of {0}", line);
        }
    }

    [Fact]
    public void CallbackData_ReadAsTypedAndWrittenAgain_LosesNothing()
    {
        foreach (RecordedLine line in RecordedFiles.FixturesAndRecordings(RecordedFiles.Events, output).Where(l => l.IsCallback))
        {
            foreach (CallbackEvent callback in ProtocolJson.Read<List<CallbackEvent>>(line.Parse()))
            {
                CallbackData data = callback.ReadData();
                bool ordered = data is not UnknownCallbackData && VersionsInModelOrder.Contains(data.Version);

                JsonElement written = JsonSerializer.SerializeToElement(data, data.GetType(), ProtocolJson.Options);

                JsonShape.Of(written, ordered).Should().Be(JsonShape.Of(callback.Data!.Value, ordered), "of {0}", line);
            }
        }
    }

    [Fact]
    public void IncomingCall_ReadAndWrittenAgain_LosesNothing()
    {
        foreach (RecordedLine line in RecordedFiles.FixturesAndRecordings(RecordedFiles.Events, output).Where(l => !l.IsCallback))
        {
            JsonElement original = line.Parse();

            JsonElement written = ProtocolJson.ToElement(ProtocolJson.Read<IncomingCallData>(original));

            JsonShape.Of(written).Should().Be(JsonShape.Of(original), "of {0}", line);
        }
    }

    [Fact]
    public void CallbackTime_OfEveryRecordedEvent_IsWrittenAsItWasRead()
    {
        foreach (RecordedLine line in RecordedFiles.FixturesAndRecordings(RecordedFiles.Events, output).Where(l => l.IsCallback))
        {
            foreach (CallbackEvent callback in ProtocolJson.Read<List<CallbackEvent>>(line.Parse()))
            {
                CallbackTime.TryParse(callback.Time, out DateTimeOffset time).Should().BeTrue();
                CallbackTime.Format(time).Should().Be(callback.Time, "of {0}", line);
            }
        }
    }
}
