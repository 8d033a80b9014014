using CallFlows.Emulator.Streams;
using CallFlows.Emulator.Switchboard;

namespace CallFlows.Emulator.Phones;

/// <summary>
/// A telephone or user of the emulator, in the hands of a test, a demo or a person. Getting hold of one makes it
/// <em>driven</em>: it no longer answers by itself. Members may be called from any thread.
/// </summary>
public sealed class VirtualPhone
{
    private readonly PhoneLine _line;
    private readonly SwitchboardQueue _queue;
    private readonly Meetings _meetings;

    internal VirtualPhone(PhoneLine line, SwitchboardQueue queue, Meetings meetings)
    {
        _meetings = meetings;
        _line = line;
        _queue = queue;
        line.Log.Added += entry => Logged?.Invoke(this, entry);
    }

    /// <summary>
    /// Raised for each new log entry, on the switchboard's own turn: be quick, and don't wait for anything in a handler.
    /// </summary>
    public event EventHandler<PhoneLogEntry>? Logged;

    /// <summary>Raw id, e.g. <c>4:+15551234567</c>.</summary>
    public string RawId => _line.Id.RawId;

    /// <summary>What the phone is doing now.</summary>
    public PhoneState State => _line.State;

    /// <summary>The last things it heard and did, oldest first, within the bound of the options.</summary>
    public IReadOnlyList<PhoneLogEntry> Log => _line.Log.Entries;

    /// <summary>The last prompts it heard, oldest first, within the bound of the options.</summary>
    public IReadOnlyList<HeardPrompt> Heard => _line.Log.Heard;

    internal PhoneLog LogBook => _line.Log;

    /// <summary>Sets what the phone does by itself whenever it rings.</summary>
    /// <param name="behavior">What to do; null to let it ring.</param>
    /// <returns>This phone.</returns>
    public VirtualPhone OnRing(RingBehavior? behavior)
    {
        _line.OnRing = behavior;
        return this;
    }

    /// <summary>Reacts whenever a prompt with this text starts.</summary>
    /// <param name="text">Part of the prompt's words or file address; case and punctuation don't count.</param>
    /// <param name="reaction">Steps to take then.</param>
    /// <returns>This phone.</returns>
    public VirtualPhone WhenHears(string text, PhoneScript reaction)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        ArgumentNullException.ThrowIfNull(reaction);
        _line.Log.Added += entry =>
        {
            if (entry is { Kind: PhoneLogKind.PromptStarted, Prompt: { } prompt } && prompt.Contains(text))
                _queue.Post(() => new PhoneRun(this, _line, _queue, reaction, prompt.Number).Start());
        };
        return this;
    }

    /// <summary>Starts a script. It goes on by itself; the run tells how far it came.</summary>
    /// <param name="script">The steps.</param>
    /// <returns>The run.</returns>
    public PhoneRun Run(PhoneScript script)
    {
        ArgumentNullException.ThrowIfNull(script);
        PhoneRun run = new(this, _line, _queue, script);
        _queue.Post(run.Start);
        return run;
    }

    /// <summary>Calls somebody: a number or user of an app, or another phone.</summary>
    /// <param name="target">A phone number (<c>+1555…</c>) or a raw id.</param>
    /// <param name="displayName">The caller's name, as shown to the called app.</param>
    /// <returns>Completes when the call is on its way.</returns>
    /// <exception cref="ArgumentException">The target is neither a number nor a raw id.</exception>
    /// <exception cref="InvalidOperationException">The phone isn't idle.</exception>
    public Task CallAsync(string target, string displayName = "")
    {
        PartyId id = PhoneDirectory.Parse(target);
        return _queue.RunAsync(() => _line.Dial(id, displayName));
    }

    /// <summary>Joins a group call, which begins if nobody is in it.</summary>
    /// <param name="groupCallId">The group call.</param>
    /// <returns>Completes when the phone is in it.</returns>
    /// <exception cref="InvalidOperationException">The phone isn't idle.</exception>
    public Task JoinGroupCallAsync(Guid groupCallId) => JoinAsync(new CallLocation(CallLocationKind.GroupCall, groupCallId.ToString()));

    /// <summary>Joins a room's call, which begins if nobody is in it. The emulator knows every room, and lets everybody in.</summary>
    /// <param name="roomId">The room.</param>
    /// <returns>Completes when the phone is in it.</returns>
    /// <exception cref="InvalidOperationException">The phone isn't idle.</exception>
    public Task JoinRoomAsync(string roomId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(roomId);
        return JoinAsync(new CallLocation(CallLocationKind.Room, roomId));
    }

    /// <summary>Answers the ringing call.</summary>
    /// <returns>Completes when it is done.</returns>
    /// <exception cref="InvalidOperationException">The phone isn't ringing.</exception>
    public Task AnswerAsync() => _queue.RunAsync(_line.Answer);

    /// <summary>Declines the ringing call.</summary>
    /// <returns>Completes when it is done.</returns>
    /// <exception cref="InvalidOperationException">The phone isn't ringing.</exception>
    public Task DeclineAsync() => _queue.RunAsync(() => _line.Decline());

    /// <summary>Turns the ringing call away as busy.</summary>
    /// <returns>Completes when it is done.</returns>
    /// <exception cref="InvalidOperationException">The phone isn't ringing.</exception>
    public Task BeBusyAsync() => _queue.RunAsync(() => _line.Decline(Switchboard.RingFailure.Busy));

    /// <summary>Presses keys, one after another.</summary>
    /// <param name="tones">The keys.</param>
    /// <returns>Completes when it is done.</returns>
    /// <exception cref="InvalidOperationException">The phone isn't in a call.</exception>
    public Task PressAsync(params IReadOnlyList<Tone> tones) => _queue.RunAsync(() =>
    {
        foreach (Tone tone in tones)
            _line.Press(tone);
    });

    /// <summary>Says something.</summary>
    /// <param name="text">The words.</param>
    /// <returns>Completes when it is said.</returns>
    /// <exception cref="InvalidOperationException">The phone isn't in a call.</exception>
    public Task SayAsync(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return _queue.RunAsync(() => _line.Say(text));
    }

    /// <summary>Plays sound into the call: streams to apps carry it. Nothing is recognised in it.</summary>
    /// <param name="wav">A WAV file: 16-bit PCM, 8000 to 96000 samples a second.</param>
    /// <returns>Completes when it has begun.</returns>
    /// <exception cref="FormatException">It is no such file.</exception>
    /// <exception cref="InvalidOperationException">The phone isn't in a call.</exception>
    public Task PlayAudioAsync(ReadOnlyMemory<byte> wav)
    {
        AudioClip clip = WavFile.Read(wav.Span);
        return _queue.RunAsync(() => _line.PlayAudio(clip));
    }

    /// <summary>Hangs up, or gives up dialling.</summary>
    /// <returns>Completes when it is done.</returns>
    /// <exception cref="InvalidOperationException">The phone isn't in a call.</exception>
    public Task HangUpAsync() => _queue.RunAsync(_line.HangUp);

    private Task JoinAsync(CallLocation location) => _queue.RunAsync(() => _line.Join(_meetings, location));
}
