using CallFlows.Actions;
using CallFlows.Events;
using CallFlows.Recognition;

namespace CallFlows.Testing.Records;

/// <summary>What a flow did in one call, and how the call stands: as the service knows it, whatever the flow was told.</summary>
public sealed class CallRecord
{
    private readonly List<CallQuestion> _questions = [];
    private readonly List<Happening> _actions = [];
    private readonly Dictionary<string, Recognize> _asking = new(StringComparer.Ordinal);
    private readonly List<(TimeSpan From, TimeSpan? To)> _listening = [];

    internal CallRecord(string callConnectionId, string flow, Journal journal)
    {
        CallConnectionId = callConnectionId;
        Flow = flow;
        Journal = journal;
    }

    /// <summary>The service's id for the flow's side of the call.</summary>
    public string CallConnectionId { get; }

    /// <summary>The flow whose call it is.</summary>
    public string Flow { get; }

    /// <summary>Whether the flow is in the call.</summary>
    public bool IsUp { get; private set; } = true;

    /// <summary>Whether the call is being recorded now: not while the recording is paused.</summary>
    public bool IsRecording { get; private set; }

    /// <summary>Whether the flow listens for an answer now.</summary>
    public bool IsAsking => _asking.Count > 0;

    /// <summary>Whether the flow asks for digits now, such as a card's number: more than the one key of a menu.</summary>
    public bool IsAskingForDigits => _asking.Values.Any(question => question is { Kind: RecognitionKind.Dtmf, MaxTones: not 1 });

    /// <summary>What the flow asked, in order. A question that was asked again is there again.</summary>
    public IReadOnlyList<CallQuestion> Questions => _questions;

    /// <summary>What the service carried out in this call, in order.</summary>
    public IReadOnlyList<Happening> Actions => _actions;

    /// <summary>Everything that happened in the test.</summary>
    internal Journal Journal { get; }

    /// <summary>When the flow listened for an answer.</summary>
    internal IReadOnlyList<(TimeSpan From, TimeSpan? To)> Listening => _listening;

    internal void Note(Happening action, string? operationContext)
    {
        _actions.Add(action);
        switch (action.Action)
        {
            case Recognize question:
                _questions.Add(new CallQuestion(
                    action.At, question.Kind, question.MaxTones, [.. question.Choices.Select(choice => choice.Label)],
                    string.Join(" ", question.Prompts.Select(prompt => prompt.Description))));
                _asking[operationContext ?? ""] = question;
                SetListening(action.At);
                break;
            case StartRecording or ResumeRecording:
                IsRecording = true;
                break;
            case PauseRecording or StopRecording:
                IsRecording = false;
                break;
        }
    }

    internal void NoteEvent(TimeSpan at, string type, string? operationContext)
    {
        switch (type)
        {
            case nameof(RecognizeCompleted) or nameof(RecognizeFailed) or nameof(RecognizeCanceled):
                _asking.Remove(operationContext ?? "");
                SetListening(at);
                break;
            case nameof(CallDisconnected) or nameof(CreateCallFailed) or nameof(AnswerFailed) or nameof(ConnectFailed):
                IsUp = false;
                IsRecording = false;
                _asking.Clear();
                SetListening(at);
                break;
        }
    }

    private void SetListening(TimeSpan at)
    {
        bool wasListening = _listening is [.., (_, null)];
        if (IsAsking && !wasListening)
        {
            _listening.Add((at, null));
        }
        else if (!IsAsking && wasListening)
        {
            _listening[^1] = (_listening[^1].From, at);
        }
    }
}
