using System.Text.Json;
using System.Text.RegularExpressions;
using CallFlows.Protocol.Rest;
using CallFlows.Protocol.Tests.Recordings;

namespace CallFlows.Protocol.Tests.Rest;

public sealed partial class RestExchangeTests(ITestOutputHelper output)
{
    private static readonly Dictionary<CallAutomationOperation, (Type? Request, Type? Response)> Models = new()
    {
        [CallAutomationOperations.CreateCall] = (typeof(CreateCallRequest), typeof(CallConnectionPropertiesModel)),
        [CallAutomationOperations.AnswerCall] = (typeof(AnswerCallRequest), typeof(CallConnectionPropertiesModel)),
        [CallAutomationOperations.GetCall] = (null, typeof(CallConnectionPropertiesModel)),
        [CallAutomationOperations.HangUp] = (null, null),
        [CallAutomationOperations.Terminate] = (null, null),
        [CallAutomationOperations.GetParticipant] = (null, typeof(CallParticipantModel)),
        [CallAutomationOperations.AddParticipant] = (typeof(AddParticipantRequest), typeof(AddParticipantResponse)),
        [CallAutomationOperations.CancelAddParticipant] = (typeof(CancelAddParticipantRequest), typeof(CancelAddParticipantResponse)),
        [CallAutomationOperations.Play] = (typeof(PlayRequest), null),
        [CallAutomationOperations.Recognize] = (typeof(RecognizeRequest), null),
        [CallAutomationOperations.StartContinuousDtmfRecognition] = (typeof(ContinuousDtmfRecognitionRequest), null),
        [CallAutomationOperations.StopContinuousDtmfRecognition] = (typeof(ContinuousDtmfRecognitionRequest), null),
        [CallAutomationOperations.SendDtmfTones] = (typeof(SendDtmfTonesRequest), typeof(OperationContextResponse)),
        [CallAutomationOperations.Hold] = (typeof(HoldRequest), null),
        [CallAutomationOperations.Unhold] = (typeof(UnholdRequest), null),
        [CallAutomationOperations.StartMediaStreaming] = (typeof(MediaOperationRequest), null),
        [CallAutomationOperations.StopMediaStreaming] = (typeof(MediaOperationRequest), null),
        [CallAutomationOperations.StartRecording] = (typeof(StartCallRecordingRequest), typeof(RecordingStateResponse)),
        [CallAutomationOperations.GetRecording] = (null, typeof(RecordingStateResponse)),
        [CallAutomationOperations.StopRecording] = (null, null),
    };

    [Fact]
    public void Exchange_ReadAndWrittenAgain_LosesNothing()
    {
        foreach (RecordedLine line in RecordedFiles.FixturesAndRecordings(RecordedFiles.Exchanges, output))
        {
            JsonElement exchange = line.Parse();
            int status = exchange.GetProperty("status").GetInt32();
            (Type? request, Type? response) = Models[OperationOf(exchange, line)];

            // Clients differ in the order within identifiers; the service's answers have one order.
            AssertKept(exchange.GetProperty("requestBody"), request, ordered: false, line);
            AssertKept(exchange.GetProperty("responseBody"), status < 400 ? response : typeof(CommunicationErrorResponse), ordered: true, line);
        }
    }

    [Fact]
    public void Exchange_ThatSucceeded_HasTheStatusOfItsOperation()
    {
        foreach (RecordedLine line in RecordedFiles.FixturesAndRecordings(RecordedFiles.Exchanges, output))
        {
            JsonElement exchange = line.Parse();
            int status = exchange.GetProperty("status").GetInt32();
            if (status < 400)
                status.Should().Be(OperationOf(exchange, line).SuccessStatus, "of {0}", line);
        }
    }

    private static void AssertKept(JsonElement body, Type? model, bool ordered, RecordedLine line)
    {
        if (body.ValueKind is JsonValueKind.Null)
            return;
        model.Should().NotBeNull("there is a body in {0}", line);
        object read = body.Deserialize(model!, ProtocolJson.Options)!;
        ((WireModel)read).AdditionalProperties.Should().BeNull("every property of {0} is known", line);
        JsonShape.Of(JsonSerializer.SerializeToElement(read, model!, ProtocolJson.Options), ordered).Should().Be(JsonShape.Of(body, ordered), "of {0}", line);
    }

    private static CallAutomationOperation OperationOf(JsonElement exchange, RecordedLine line)
    {
        string method = exchange.GetProperty("method").GetString()!;
        string path = exchange.GetProperty("path").GetString()!.Split('?')[0];
        return CallAutomationOperations.All.Where(o => o.Method == method && Matches(o.Template, path)).Should().ContainSingle("of {0}", line).Subject;
    }

    private static bool Matches(string template, string path) =>
        Regex.IsMatch(path, $"^{Placeholder().Replace(Regex.Escape(template), "[^/:]+")}$");

    [GeneratedRegex(@"\\\{\w+}")]
    private static partial Regex Placeholder();
}
