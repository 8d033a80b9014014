using System.Runtime.CompilerServices;
using CallFlows.Actions;
using CallFlows.Calls.Transcripts;
using CallFlows.Endpoints;
using CallFlows.Events;
using CallFlows.Flows.Running;
using CallFlows.Recognition;

namespace CallFlows.Calls;

/// <content>Keys of phones: sent, and listened for one by one.</content>
public sealed partial class Call
{
    /// <summary>As many tones the service sends in one action.</summary>
    private const int MaxTones = 18;

    /// <summary>Sends tones to somebody, as if keys were pressed, and waits until they are sent.</summary>
    /// <param name="tones">1 to 18 keys: <c>0</c>–<c>9</c>, <c>A</c>–<c>D</c>, <c>#</c>, <c>*</c>.</param>
    /// <param name="to">Who gets them; null for the other party.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="FormatException">A character is no key.</exception>
    /// <exception cref="ArgumentException">There are no tones or too many, nobody to send them to, or somebody who is no phone.</exception>
    /// <exception cref="CallEndedException">The call is over.</exception>
    /// <exception cref="CallActionException">They could not be sent.</exception>
    /// <returns>Completed; unconfirmed when the service never said so.</returns>
    public async Task<PlayOutcome> SendDtmfTonesAsync(
        string tones, CallEndpoint? to = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        IReadOnlyList<Tone> keys = Recognition.Tones.Parse(tones);
        if (keys.Count is < 1 or > MaxTones)
        {
            throw new ArgumentException($"The service sends 1 to {MaxTones} tones at once; these are {keys.Count}.", nameof(tones));
        }

        CallEndpoint target = to ?? RequireOtherParty(nameof(to));
        if (target is not (PhoneNumber or UnknownEndpoint))
        {
            throw new ArgumentException($"The service sends tones to phones only; {target} is none.", nameof(to));
        }

        SendDtmfTones action = new(keys, target);
        _session.Transcript.Flow(TranscriptKind.Keys, $"sends {keys.ToText()}");
        CallEvent? outcome = await _desk.PerformAsync(_session, action, Step.At(nameof(SendDtmfTonesAsync), file, line));
        return outcome switch
        {
            SendDtmfTonesCompleted => PlayOutcome.Completed,
            null => PlayOutcome.Unconfirmed,
            _ => throw ActionOutcomes.Failure(action, outcome, _session.Transcript),
        };
    }

    /// <summary>
    /// Listens for every key that somebody presses, whatever else plays or listens, until the stream is stopped or the call ends. When the
    /// flow continues as new it is to be started again.
    /// </summary>
    /// <param name="participant">Whose keys; null for the other party's.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentException">There is nobody to listen to.</exception>
    /// <exception cref="InvalidOperationException">The flow listens for their keys already.</exception>
    /// <exception cref="CallEndedException">The call is over.</exception>
    /// <exception cref="CallActionException">The service refused.</exception>
    public async Task<ToneStream> StartContinuousDtmfAsync(
        CallEndpoint? participant = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        CallEndpoint whose = participant ?? RequireOtherParty(nameof(participant));
        if (_session.ToneStreams.Exists(stream => stream.Participant == whose))
        {
            throw new InvalidOperationException($"The flow listens for the keys of {whose} already; stop that stream first.");
        }

        return await _desk.ListenAsync(_session, whose, Step.At(nameof(StartContinuousDtmfAsync), file, line));
    }

    private CallEndpoint RequireOtherParty(string parameter) => _session.OtherParty
        ?? throw new ArgumentException($"Who is at the other end is not known; set '{parameter}'.", parameter);
}
