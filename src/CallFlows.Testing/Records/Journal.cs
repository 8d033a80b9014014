using System.Globalization;
using CallFlows.Actions;
using CallFlows.Durable;
using CallFlows.Emulator.Faults;
using CallFlows.Emulator.Hosting;
using CallFlows.Emulator.Phones;
using CallFlows.Emulator.Rest;
using CallFlows.Recognition;

namespace CallFlows.Testing.Records;

/// <summary>Writes down everything that happens in a test. It is written to from the threads of the world, one at a time, and read at rest.</summary>
internal sealed class Journal(TimeProvider time) : IEmulatorObserver
{
    private readonly Lock _gate = new();
    private readonly DateTimeOffset _start = time.GetUtcNow();
    private readonly List<Happening> _happenings = [];
    private readonly Dictionary<string, CallRecord> _calls = new(StringComparer.Ordinal);
    private readonly List<CallRecord> _callsInOrder = [];
    private readonly List<(CallActionRequest Request, string Flow)> _underWay = [];
    private readonly Dictionary<string, string> _callOfRecording = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CallRecord> _callOfServerCall = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Work> _work = new(StringComparer.Ordinal);
    private readonly List<Work> _workInOrder = [];
    private readonly List<string> _events = [];
    private readonly List<string> _operations = [];

    /// <summary>Called after each happening, where it happened.</summary>
    public Action<Happening>? Added { get; set; }

    public IReadOnlyList<Happening> Happenings => Locked(() => _happenings.ToArray());

    public IReadOnlyList<CallRecord> Calls => Locked(() => _callsInOrder.ToArray());

    /// <summary>The events that happened at the service, in order, whether or not the application was told.</summary>
    public IReadOnlyList<string> Events => Locked(() => _events.ToArray());

    /// <summary>The operations that the service carried out, in order.</summary>
    public IReadOnlyList<string> Operations => Locked(() => _operations.ToArray());

    public TimeSpan Now => time.GetUtcNow() - _start;

    /// <summary>The pieces of work of one type, in the order they were first run.</summary>
    public IReadOnlyList<ActivityRequest<TActivity>> RequestsOf<TActivity>(string activity) => Locked(() => _workInOrder
        .Where(work => work.Name == activity)
        .Select(work => new ActivityRequest<TActivity>(work.Input.To<TActivity>()!, work.At, work.ExecutionId, work.Deliveries))
        .ToArray());

    public void Add(HappeningKind kind, string who, string text, CallAction? action = null, string? connection = null)
    {
        Happening happening = Append(kind, who, text, action, connection);
        Added?.Invoke(happening);
    }

    /// <summary>Writes down what a phone does and hears.</summary>
    public void Add(string phone, PhoneLogEntry entry)
    {
        (HappeningKind kind, string text) = entry.Kind switch
        {
            PhoneLogKind.Ringing => (HappeningKind.Ringing, $"rings: {Party(entry.Text)} calls"),
            PhoneLogKind.RingStopped => (HappeningKind.NotAnswered, "stops ringing"),
            PhoneLogKind.Dialled => (HappeningKind.Dialled, $"calls {Party(entry.Text)}"),
            PhoneLogKind.DialFailed => (HappeningKind.NotAnswered, $"is not connected: {entry.Text}"),
            PhoneLogKind.Declined => (HappeningKind.NotAnswered, "declines"),
            PhoneLogKind.TurnedAwayBusy => (HappeningKind.NotAnswered, "is busy"),
            PhoneLogKind.Connected => (HappeningKind.Connected, entry.Text is null ? "is connected" : $"is connected to {entry.Text}"),
            PhoneLogKind.PromptStarted => (HappeningKind.Heard, $"hears {Shown(entry.Prompt!)}"),
            PhoneLogKind.PromptEnded => (HappeningKind.PromptOver, $"has heard {Shown(entry.Prompt!)}"),
            PhoneLogKind.PromptInterrupted => (HappeningKind.PromptOver, $"hears no more of {Shown(entry.Prompt!)}"),
            PhoneLogKind.Pressed => (HappeningKind.Pressed, $"presses {entry.Text}"),
            PhoneLogKind.Said => (HappeningKind.Said, $"says \"{entry.Text}\""),
            PhoneLogKind.HungUp => (HappeningKind.Ended, "hangs up"),
            PhoneLogKind.Disconnected => (HappeningKind.Ended, "is hung up on"),
            PhoneLogKind.HeardTones => (HappeningKind.Noticed, $"hears keys {entry.Text}"),
            PhoneLogKind.HeardSpeech => (HappeningKind.Noticed, $"hears somebody say \"{entry.Text}\""),
            PhoneLogKind.PutOnHold => (HappeningKind.Noticed, "is put on hold"),
            PhoneLogKind.TakenOffHold => (HappeningKind.Noticed, "is taken off hold"),
            _ => (HappeningKind.Noticed, $"{entry.Kind} {entry.Text}"),
        };
        Add(kind, phone, text);
    }

    /// <summary>Writes down that an activity is run.</summary>
    public void Run(ActivityContext activity, string flow)
    {
        lock (_gate)
        {
            if (!_work.TryGetValue(activity.ExecutionId, out Work? work))
            {
                _work.Add(activity.ExecutionId, work = new Work(activity.Name, activity.ExecutionId, activity.Input, Now));
                _workInOrder.Add(work);
            }

            work.Deliveries++;
        }

        Add(HappeningKind.Activity, flow, $"runs {activity.Name} {activity.Input}");
    }

    /// <summary>A request is on its way.</summary>
    public void Sending(CallActionRequest request, string flow)
    {
        lock (_gate)
        {
            _underWay.Add((request, flow));
        }
    }

    /// <summary>A request was answered, or came to an error.</summary>
    public void Answered(CallActionRequest request, string flow, CallActionResult? result, Exception? error)
    {
        lock (_gate)
        {
            _underWay.RemoveAll(sent => sent.Request == request);
            if (result is RecordingResult recording && request.Action is StartRecording start
                && _callOfServerCall.TryGetValue(start.ServerCallId, out CallRecord? call))
            {
                _callOfRecording[recording.RecordingId] = call.CallConnectionId;
            }

            if (result is CallConnectionResult { ServerCallId: { } serverCallId } known && _calls.TryGetValue(known.CallConnectionId, out call))
            {
                _callOfServerCall[serverCallId] = call;
            }
        }

        if (error is not null)
        {
            Add(HappeningKind.ActionFailed, flow, error.Message, request.Action, request.CallConnectionId);
        }
    }

    public void Acted(ActionLogEntry entry)
    {
        Happening happening;
        lock (_gate)
        {
            _operations.Add(entry.Action);
            (CallActionRequest? request, string? flow) = _underWay.LastOrDefault(sent => Is(sent.Request, entry));
            CallRecord? call = CallOf(entry, request, flow);
            happening = Append(
                HappeningKind.Action, flow ?? "service", Words(request?.Action, entry.Action), request?.Action, call?.CallConnectionId ?? entry.CallConnectionId);
            call?.Note(happening, request?.OperationContext ?? entry.OperationContext);
        }

        Added?.Invoke(happening);
    }

    public void Happened(string callConnectionId, string type, string? operationContext)
    {
        lock (_gate)
        {
            _events.Add(type);
            _calls.GetValueOrDefault(callConnectionId)?.NoteEvent(Now, type, operationContext);
        }
    }

    public void Struck(FaultRule rule, string? name) => Add(HappeningKind.Fault, "fault", FaultWords.Of(rule, name));

    private static bool Is(CallActionRequest request, ActionLogEntry entry) =>
        ActionNames.Are(request.Action, entry.Action)
        && (request.CallConnectionId is null || entry.CallConnectionId is null || IsOfRecorder(request.Action) || request.CallConnectionId == entry.CallConnectionId);

    /// <summary>A recorder has a connection of its own.</summary>
    private static bool IsOfRecorder(CallAction action) => action is StartRecording or PauseRecording or ResumeRecording or StopRecording;

    private static string Shown(HeardPrompt prompt) => prompt.Words.Length > 0 ? $"\"{prompt.Words}\"" : prompt.Content;

    private static string Party(string? rawId) => rawId is { Length: > 2 } && rawId.StartsWith("4:", StringComparison.Ordinal) ? rawId[2..] : rawId ?? "somebody";

    private static string Words(CallAction? action, string name) => action switch
    {
        Play play => $"plays {string.Join(", ", play.Prompts.Select(prompt => $"\"{prompt.Description}\""))}",
        Recognize { Choices: [_, ..] choices } => $"asks for {string.Join(", ", choices.Select(choice => choice.Label))}",
        Recognize { Kind: RecognitionKind.Dtmf, MaxTones: 1 } => "asks for a key",
        Recognize { Kind: RecognitionKind.Dtmf } question => string.Create(CultureInfo.InvariantCulture, $"asks for {question.MaxTones} digits"),
        Recognize => "listens",
        AnswerCall => "answers",
        StartRecording => "starts recording",
        PauseRecording => "pauses recording",
        ResumeRecording => "resumes recording",
        StopRecording => "stops recording",
        TransferCall transfer => $"transfers to {transfer.Target}",
        CreateCall create => $"calls {string.Join(", ", create.Targets)}",
        HangUpCall => "hangs up",
        null => name,
        _ => name,
    };

    private CallRecord? CallOf(ActionLogEntry entry, CallActionRequest? request, string? flow)
    {
        string? id = request?.Action switch
        {
            StartRecording start => _callOfServerCall.GetValueOrDefault(start.ServerCallId)?.CallConnectionId,
            PauseRecording pause => _callOfRecording.GetValueOrDefault(pause.RecordingId),
            ResumeRecording resume => _callOfRecording.GetValueOrDefault(resume.RecordingId),
            StopRecording stop => _callOfRecording.GetValueOrDefault(stop.RecordingId),
            _ => entry.CallConnectionId,
        };
        if (id is null)
        {
            return null;
        }

        if (!_calls.TryGetValue(id, out CallRecord? call))
        {
            _calls.Add(id, call = new CallRecord(id, flow ?? "service", this));
            _callsInOrder.Add(call);
        }

        return call;
    }

    private Happening Append(HappeningKind kind, string who, string text, CallAction? action, string? connection)
    {
        lock (_gate)
        {
            Happening happening = new(_happenings.Count + 1, Now, kind, who, text) { Action = action, CallConnectionId = connection };
            _happenings.Add(happening);
            return happening;
        }
    }

    private T Locked<T>(Func<T> read)
    {
        lock (_gate)
        {
            return read();
        }
    }

    private sealed class Work(string name, string executionId, Payload input, TimeSpan at)
    {
        public string Name { get; } = name;

        public string ExecutionId { get; } = executionId;

        public Payload Input { get; } = input;

        public TimeSpan At { get; } = at;

        public int Deliveries { get; set; }
    }
}
