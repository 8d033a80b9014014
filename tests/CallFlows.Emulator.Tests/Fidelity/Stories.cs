using static CallFlows.Emulator.Tests.Fidelity.RecordedBodies;

namespace CallFlows.Emulator.Tests.Fidelity;

/// <summary>The recorded stories, told to the emulator.</summary>
internal static class Stories
{
    public static Task TellAsync(string scenario, TwoSides sides) => scenario switch
    {
        "create-call-and-hang-up" => HangUpAsync(sides),
        "play-to-all" => PlayAsync(sides),
        "recognize-silence" => RecognizeAsync(sides),
        "dtmf-actions" => DtmfAsync(sides),
        "hold-unhold" => HoldAsync(sides),
        "add-participant-and-get-call" => AddAsync(sides),
        "cancel-add-participant" => CancelAddAsync(sides),
        "start-recording-and-hang-up" => RecordAsync(sides),
        "create-call-media-streaming" => StreamAsync(sides),
        "reject" => RejectAsync(sides),
        _ => throw new ArgumentException($"There is no story '{scenario}'.", nameof(scenario)),
    };

    private static async Task HangUpAsync(TwoSides sides)
    {
        string id = await ConnectAsync(sides, "create", "answer");
        await sides.TerminateAsync(id);
    }

    private static async Task PlayAsync(TwoSides sides)
    {
        string id = await ConnectAsync(sides, "create", "answer");
        await sides.PostAsync($"callConnections/{id}:play", Play());
        await sides.RunAsync(6);
        await sides.TerminateAsync(id);
    }

    private static async Task RecordAsync(TwoSides sides)
    {
        string id = await ConnectAsync(sides, "create", "answer");
        await sides.PostAsync($"callConnections/{id}:play", Play());
        await sides.RunAsync(1);
        string serverCallId = (await sides.GetAsync($"callConnections/{id}")).ResponseBody!.Value.GetProperty("serverCallId").GetString()!;
        Exchange started = await sides.PostAsync("recordings", Record(serverCallId), repeatable: true);
        string recordingId = started.ResponseBody!.Value.GetProperty("recordingId").GetString()!;
        await sides.RunAsync(1);
        await sides.GetAsync($"recordings/{recordingId}");
        await sides.DeleteAsync($"recordings/{recordingId}");
    }

    private static async Task RecognizeAsync(TwoSides sides)
    {
        string id = await sides.CreateAsync(CreateWithSpeech());
        await sides.AnswerAsync(AnswerWithSpeech);
        await sides.PostAsync($"callConnections/{id}:recognize", Recognize());
        await sides.RunAsync(15);
        await sides.TerminateAsync(id);
        await sides.GetAsync($"callConnections/{id}");
    }

    private static async Task DtmfAsync(TwoSides sides)
    {
        string id = await sides.CreateAsync(CreateToNumber());
        await sides.AnswerAsync(Answer(null));
        object target = NumberInCall(Harness.Emulated.AppNumber);
        await sides.PostAsync(
            $"callConnections/{id}:startContinuousDtmfRecognition", new { targetParticipant = target, operationContext = "start" });
        await sides.RunAsync(1);
        await sides.PostAsync(
            $"callConnections/{id}:sendDtmfTones",
            new { tones = new[] { "pound" }, targetParticipant = target, operationContext = "send" });
        await sides.RunAsync(1);
        await sides.PostAsync(
            $"callConnections/{id}:stopContinuousDtmfRecognition", new { targetParticipant = target, operationContext = "stop" });
        await sides.RunAsync(1);
        await sides.TerminateAsync(id);
    }

    private static async Task HoldAsync(TwoSides sides)
    {
        string id = await ConnectAsync(sides, null, null);
        string participant = $"callConnections/{id}/participants/{Uri.EscapeDataString(Answerer)}";
        object target = UserInCall(Answerer);
        await sides.PostAsync($"callConnections/{id}:hold", new { targetParticipant = target });
        await sides.RunAsync(3);
        await sides.GetAsync(participant);
        await sides.PostAsync($"callConnections/{id}:unhold", new { targetParticipant = target });
        await sides.RunAsync(3);
        await sides.GetAsync(participant);
        await sides.PostAsync(
            $"callConnections/{id}:hold",
            new { targetParticipant = target, playSourceInfo = File(BadFile), operationContext = "hold" });
        await sides.RunAsync(3);
        await sides.TerminateAsync(id);
    }

    private static async Task AddAsync(TwoSides sides)
    {
        string id = await ConnectAsync(sides, "create", "answer");
        await sides.PostAsync($"callConnections/{id}/participants:add", Add(), repeatable: true);
        await sides.RunAsync(1);
        await sides.AnswerAsync(Answer("third", Third));
        await sides.GetAsync($"callConnections/{id}");
    }

    private static async Task CancelAddAsync(TwoSides sides)
    {
        string id = await ConnectAsync(sides, "create", "answer");
        Exchange added = await sides.PostAsync($"callConnections/{id}/participants:add", Add(), repeatable: true);
        await sides.RunAsync(1);
        string invitationId = added.ResponseBody!.Value.GetProperty("invitationId").GetString()!;
        await sides.PostAsync(
            $"callConnections/{id}/participants:cancelAddParticipant", new { invitationId, operationContext = "cancel" }, repeatable: true);
        await sides.RunAsync(1);
    }

    private static async Task StreamAsync(TwoSides sides)
    {
        await using Harness.StreamApp app = await Harness.StreamApp.StartAsync();
        string id = await sides.CreateAsync(CreateToNumberStreaming(app.Url));
        await sides.AnswerAsync(Answer(null));
        await sides.PostAsync($"callConnections/{id}:startMediaStreaming", new { });
        await sides.RunAsync(1);
        await sides.PostAsync($"callConnections/{id}:stopMediaStreaming", new { });
        await sides.RunAsync(1);
        await sides.TerminateAsync(id);
    }

    private static async Task RejectAsync(TwoSides sides)
    {
        await sides.CreateAsync(Create("create"));
        await sides.RejectAsync();
    }

    private static async Task<string> ConnectAsync(TwoSides sides, string? createContext, string? answerContext)
    {
        string id = await sides.CreateAsync(Create(createContext));
        await sides.AnswerAsync(Answer(answerContext));
        return id;
    }
}
