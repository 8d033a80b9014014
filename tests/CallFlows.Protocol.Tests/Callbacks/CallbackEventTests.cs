using System.Text.Json;
using CallFlows.Protocol.Callbacks;
using CallFlows.Protocol.Tests.Recordings;
using FsCheck;
using FsCheck.Fluent;

namespace CallFlows.Protocol.Tests.Callbacks;

public sealed class CallbackEventTests
{
    private static readonly DateTimeOffset Time = new(2025, 9, 2, 10, 15, 30, 500, TimeSpan.Zero);

    [Fact]
    public void Create_OfCallConnected_WritesTheEnvelopeInTheServicesOrder()
    {
        CallConnectedData data = new()
        {
            Version = "2025-05-15",
            ResultInformation = new() { Code = 200, SubCode = SubCodes.Success, Message = "" },
            CallConnectionId = "c1",
            ServerCallId = "s1",
            CorrelationId = "r1",
        };

        CallbackEvent callback = CallbackEvent.Create("e1", CallbackSources.OfConnection("c1"), Time, data);

        JsonShape.Of(ProtocolJson.Write(callback)).Should().Be(JsonShape.Of("""
            {"id":"e1","source":"calling/callConnections/c1","type":"Microsoft.Communication.CallConnected","data":{"version":"2025-05-15",
            "resultInformation":{"code":200,"subCode":0,"message":""},"callConnectionId":"c1","serverCallId":"s1","correlationId":"r1",
            "publicEventType":"Microsoft.Communication.CallConnected"},"time":"2025-09-02T10:15:30.5+00:00","specversion":"1.0",
            "datacontenttype":"application/json","subject":"calling/callConnections/c1"}
            """u8));
    }

    [Fact]
    public void Create_OfUnknownData_IsRefused()
    {
        Action create = () => CallbackEvent.Create("e1", "s", Time, new UnknownCallbackData());

        create.Should().Throw<ArgumentException>().WithMessage("*UnknownCallbackData*");
    }

    [Fact]
    public void ReadData_OfUnknownType_KeepsItAsJson()
    {
        CallbackEvent callback = ProtocolJson.Read<CallbackEvent>(
            """{"id":"1","type":"Microsoft.Communication.Novelty","data":{"callConnectionId":"c1","shade":{"of":"blue"}}}"""u8);

        UnknownCallbackData data = callback.ReadData().Should().BeOfType<UnknownCallbackData>().Subject;

        data.CallConnectionId.Should().Be("c1");
        data.AdditionalProperties!["shade"].GetProperty("of").GetString().Should().Be("blue");
    }

    [Theory]
    [InlineData("""{"type":"Microsoft.Communication.CallConnected"}""", "nothing")]
    [InlineData("""{"type":"Microsoft.Communication.CallConnected","data":7}""", "Number")]
    public void ReadData_WithoutObject_SaysWhatItFound(string json, string found)
    {
        CallbackEvent callback = JsonSerializer.Deserialize<CallbackEvent>(json, ProtocolJson.Options)!;

        Action read = () => callback.ReadData();

        read.Should().Throw<JsonException>().WithMessage($"*must be an object, found {found}*");
    }

    [Fact]
    public void DataTypes_AndEventTypes_AreOneToOne()
    {
        foreach ((string eventType, Type dataType) in CallbackDataTypes.All)
        {
            CallbackDataTypes.EventTypeOf(dataType).Should().Be(eventType);
            dataType.Name.Should().Be(eventType[CallbackEventTypes.Prefix.Length..] + "Data");
        }
    }

    [Fact]
    public void ToString_OfAModel_ShowsNothingOfItsContent()
    {
        new Protocol.Rest.AnswerCallRequest { IncomingCallContext = "secret" }.ToString().Should().Be("AnswerCallRequest");
    }

    [Fact]
    public void Envelope_WithAnyTexts_SurvivesWritingAndReading() =>
        Prop.ForAll<string?, NonEmptyString, PositiveInt>((context, message, ticks) =>
        {
            PlayFailedData data = new()
            {
                OperationContext = context,
                FailedPlaySourceIndex = ticks.Get,
                ResultInformation = new() { Code = 400, SubCode = ticks.Get, Message = WellFormed(message.Get) },
            };
            CallbackEvent callback = CallbackEvent.Create(
                "e1", "calling/callConnections/c1", Time.AddTicks(ticks.Get), data with { OperationContext = context is null ? null : WellFormed(context) });

            byte[] written = ProtocolJson.Write(callback);
            byte[] again = ProtocolJson.Write(ProtocolJson.Read<CallbackEvent>(written));
            PlayFailedData read = (PlayFailedData)ProtocolJson.Read<CallbackEvent>(written).ReadData();

            return again.AsSpan().SequenceEqual(written)
                && read.OperationContext == (context is null ? null : WellFormed(context))
                && read.ResultInformation == data.ResultInformation
                && read.FailedPlaySourceIndex == ticks.Get;
        }).QuickCheckThrowOnFailure();

    // JSON text can't hold half of a surrogate pair.
    private static string WellFormed(string text) => string.Concat(text.EnumerateRunes());
}
