using CallFlows.Emulator.Hosting;
using CallFlows.Emulator.Switchboard;

namespace CallFlows.Emulator.Streams;

/// <summary>The switchboard's commands on streams. Run them on the <see cref="SwitchboardQueue"/> only.</summary>
internal sealed class StreamCommands(EmulatorOptions options, CallRegistry calls)
{
    public CallConnection StartMedia(string callConnectionId, Operation operation)
    {
        CallConnection call = Established(callConnectionId);
        MediaOf(call).Start(operation);
        return call;
    }

    public CallConnection StopMedia(string callConnectionId, Operation operation)
    {
        CallConnection call = Established(callConnectionId);
        MediaOf(call).Stop(operation);
        return call;
    }

    public CallConnection StartTranscription(string callConnectionId, Operation operation, string? locale, string? model)
    {
        CallConnection call = Established(callConnectionId);
        TranscriptionStream transcription = TranscriptionOf(call);
        if (options.RequireCognitiveServices && !call.Settings.HasCognitiveServices)
        {
            throw new ServiceFault(400, 8567,
                "Transcription needs callIntelligenceOptions.cognitiveServicesEndpoint on the call's create or answer.");
        }

        transcription.Start(operation, locale, model);
        return call;
    }

    public CallConnection UpdateTranscription(string callConnectionId, Operation operation, string locale, string? model)
    {
        CallConnection call = Established(callConnectionId);
        TranscriptionOf(call).Update(operation, locale, model);
        return call;
    }

    public CallConnection StopTranscription(string callConnectionId, Operation operation)
    {
        CallConnection call = Established(callConnectionId);
        TranscriptionOf(call).Stop(operation);
        return call;
    }

    private static MediaStream MediaOf(CallConnection call) =>
        call.Streams.Media ?? throw new ServiceFault(405, 8522, "The call was made without mediaStreamingOptions.");

    private static TranscriptionStream TranscriptionOf(CallConnection call) =>
        call.Streams.Transcription ?? throw new ServiceFault(405, 8522, "The call was made without transcriptionOptions.");

    private CallConnection Established(string callConnectionId)
    {
        CallConnection call = calls.Get(callConnectionId);
        call.RequireEstablished();
        return call;
    }
}
