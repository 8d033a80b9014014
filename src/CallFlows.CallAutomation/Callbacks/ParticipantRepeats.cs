using CallFlows.Actions;
using CallFlows.Events;

namespace CallFlows.CallAutomation.Callbacks;

/// <summary>
/// Knows lists of participants that say again what this process has handed on. Callbacks of one call may reach several processes, so a list counts as a
/// repeat only when its number follows the last one known here, or is the same: then no other list can lie between them.
/// </summary>
internal sealed class ParticipantRepeats
{
    /// <summary>How many calls are remembered; the one heard of longest ago goes first, and costs no more than one event.</summary>
    public const int MaxCalls = 4096;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<Known>> _known = new(StringComparer.Ordinal);
    private readonly LinkedList<Known> _latest = [];

    /// <summary>Whether a list says nothing new. If so its number is remembered, so that the next one can follow it.</summary>
    public bool IsRepeat(ParticipantsUpdated list)
    {
        lock (_gate)
        {
            if (list.CallConnectionId is null
                || !_known.TryGetValue(list.CallConnectionId, out LinkedListNode<Known>? known)
                || list.SequenceNumber - known.Value.Number is not (0 or 1)
                || !(list.Participants ?? []).SequenceEqual(known.Value.Participants))
            {
                return false;
            }

            known.Value = known.Value with { Number = list.SequenceNumber };
            return true;
        }
    }

    /// <summary>Remembers a list that was handed on.</summary>
    public void Note(ParticipantsUpdated list)
    {
        if (list.CallConnectionId is null)
        {
            return;
        }

        lock (_gate)
        {
            if (_known.TryGetValue(list.CallConnectionId, out LinkedListNode<Known>? known))
            {
                if (known.Value.Number > list.SequenceNumber)
                {
                    return;
                }

                _latest.Remove(known);
            }
            else if (_known.Count == MaxCalls)
            {
                _known.Remove(_latest.First!.Value.CallConnectionId);
                _latest.RemoveFirst();
            }

            _known[list.CallConnectionId] = _latest.AddLast(new Known(list.CallConnectionId, list.SequenceNumber, list.Participants ?? []));
        }
    }

    private sealed record Known(string CallConnectionId, int Number, IReadOnlyList<CallParticipant> Participants);
}
