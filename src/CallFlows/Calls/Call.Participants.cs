using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using CallFlows.Actions;
using CallFlows.Endpoints;
using CallFlows.Flows.Running;
using CallFlows.Prompts;

namespace CallFlows.Calls;

/// <content>Who is in the call.</content>
public sealed partial class Call
{
    private PhoneNumber? OwnNumber => (Direction == CallDirection.Inbound ? To : From) as PhoneNumber;

    /// <summary>Invites somebody into the call and waits until they join or don't.</summary>
    /// <param name="participant">Whom.</param>
    /// <param name="callerId">The number shown to a phone; a phone needs it. Null for the number that was called.</param>
    /// <param name="ring">How long to ring, up to 180 seconds; null for the service's default.</param>
    /// <param name="displayName">The name shown to users of apps.</param>
    /// <param name="customContext">Headers for the invited.</param>
    /// <param name="cancellationToken">Takes the invitation back. Whoever joins before that works out has joined: the result says so.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentException">A phone is invited without a number to show, or a header is not one that the service takes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The ring time is below zero or above 180 seconds.</exception>
    /// <exception cref="CallEndedException">The call is over.</exception>
    /// <exception cref="CallActionException">The service refused the invitation, or to take it back.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled, and they did not join.</exception>
    public async Task<Invited> AddParticipantAsync(
        CallEndpoint participant,
        PhoneNumber? callerId = null,
        TimeSpan? ring = null,
        string? displayName = null,
        CustomCallingContext? customContext = null,
        CancellationToken cancellationToken = default,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(participant);
        if (ring is { } time)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero, nameof(ring));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(time, TimeSpan.FromSeconds(180), nameof(ring));
        }

        CallingContextRules.Check(customContext);
        PhoneNumber? shown = callerId ?? (participant is PhoneNumber ? OwnNumber : null);
        if (shown is null && participant is PhoneNumber)
        {
            throw new ArgumentException($"Inviting the phone {participant} needs a number to show, and the flow has none in this call; set '{nameof(callerId)}'.", nameof(callerId));
        }

        AddParticipant action = new(participant, shown, displayName, ring, customContext);
        return await _participants.AddAsync(action, Step.At(nameof(AddParticipantAsync), file, line), cancellationToken);
    }

    /// <summary>Takes somebody out of the call.</summary>
    /// <param name="participant">Whom.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="CallEndedException">The call is over.</exception>
    /// <exception cref="CallActionException">They could not be removed, or are still there and the service never reported why.</exception>
    public async Task RemoveParticipantAsync(CallEndpoint participant, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(participant);
        await _participants.RemoveAsync(participant, Step.At(nameof(RemoveParticipantAsync), file, line));
    }

    /// <summary>
    /// Brings participants of another of the flow's calls into this one, and waits until each of them is here or it is known that they aren't.
    /// A call that fewer than two people are left in ends, for the flow by transfer.
    /// </summary>
    /// <param name="participants">Whom; at least one, each once.</param>
    /// <param name="from">The call that they are in.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>What became of each, in the order given.</returns>
    /// <exception cref="ArgumentException">There is nobody to move, somebody is named twice, or both calls are the same.</exception>
    /// <exception cref="CallEndedException">One of the calls is over.</exception>
    /// <exception cref="CallActionException">The service refused.</exception>
    public async Task<IReadOnlyList<Moved>> MoveParticipantsAsync(
        IReadOnlyList<CallEndpoint> participants, Call from, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(participants);
        ArgumentNullException.ThrowIfNull(from);
        if (participants.Count == 0 || participants.Any(participant => participant is null) || participants.Distinct().Count() != participants.Count)
        {
            throw new ArgumentException("Name at least one participant, none that is null, and each once.", nameof(participants));
        }

        if (from._session == _session)
        {
            throw new ArgumentException("Participants can't be moved from a call to itself; name another call.", nameof(from));
        }

        return await _participants.MoveAsync(participants, from._session, Step.At(nameof(MoveParticipantsAsync), file, line));
    }

    /// <summary>Lets nobody hear a participant any more, until they unmute themselves. Keys they press are not heard either.</summary>
    /// <param name="participant">Whom; the service mutes its own users only, not phones.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="CallEndedException">The call is over.</exception>
    /// <exception cref="CallActionException">The service refused.</exception>
    public Task MuteParticipantAsync(CommunicationUser participant, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(participant);
        return _participants.ChangeAsync(new MuteParticipant(participant), $"mutes {participant}", Step.At(nameof(MuteParticipantAsync), file, line));
    }

    /// <summary>
    /// Lets a participant be heard again. The service has this in preview versions up to 2024-09-01 only: the gateway asks for it there.
    /// </summary>
    /// <param name="participant">Whom.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="CallEndedException">The call is over.</exception>
    /// <exception cref="CallActionException">The service refused.</exception>
    [Experimental(Previews.Unmute)]
    public Task UnmuteParticipantAsync(CommunicationUser participant, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(participant);
        return _participants.ChangeAsync(new UnmuteParticipant(participant), $"unmutes {participant}", Step.At(nameof(UnmuteParticipantAsync), file, line));
    }

    /// <summary>Puts a participant on hold: they hear and are heard by nobody.</summary>
    /// <param name="participant">Whom.</param>
    /// <param name="music">What they hear meanwhile, again and again; null for silence.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="CallEndedException">The call is over.</exception>
    /// <exception cref="CallActionException">The service refused, or the music can't be played.</exception>
    public Task HoldAsync(CallEndpoint participant, Prompt? music = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(participant);
        return _participants.ChangeAsync(new Hold(participant, music), $"puts {participant} on hold", Step.At(nameof(HoldAsync), file, line));
    }

    /// <summary>Takes a participant off hold.</summary>
    /// <param name="participant">Whom.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="CallEndedException">The call is over.</exception>
    /// <exception cref="CallActionException">The service refused.</exception>
    public Task UnholdAsync(CallEndpoint participant, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(participant);
        return _participants.ChangeAsync(new Unhold(participant), $"takes {participant} off hold", Step.At(nameof(UnholdAsync), file, line));
    }

    /// <summary>Asks the service about one participant.</summary>
    /// <param name="participant">Whom.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>The participant; null when they aren't in the call.</returns>
    /// <exception cref="CallEndedException">The call is over.</exception>
    /// <exception cref="CallActionException">The service can't tell.</exception>
    public Task<CallParticipant?> GetParticipantAsync(
        CallEndpoint participant, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(participant);
        return _participants.FindAsync(participant, Step.At(nameof(GetParticipantAsync), file, line));
    }

    /// <summary>Asks the service who is in the call.</summary>
    /// <exception cref="CallEndedException">The call is over.</exception>
    /// <exception cref="CallActionException">The service can't tell.</exception>
    public Task<IReadOnlyList<CallParticipant>> GetParticipantsAsync([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        _participants.GetAsync(Step.At(nameof(GetParticipantsAsync), file, line));
}
