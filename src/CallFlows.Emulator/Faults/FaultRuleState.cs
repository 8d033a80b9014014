using CallFlows.Emulator.Switchboard;
using CallFlows.Protocol.Rest;

namespace CallFlows.Emulator.Faults;

/// <summary>A rule, and how many it has seen and hit. Not thread-safe.</summary>
internal sealed class FaultRuleState(int id, FaultRule rule)
{
    private int _left = rule.Skip;
    private int _hits;

    public int Id { get; } = id;

    public FaultRule Rule { get; } = rule;

    public FaultPhase Phase { get; } = FaultPhases.Of(rule.Kind);

    public bool IsSpent => _hits >= Rule.Count;

    public ActiveFault Snapshot => new(Id, _hits, IsSpent, Copy(Rule));

    /// <summary>A copy that its giver can't change.</summary>
    public static FaultRule Copy(FaultRule rule) => rule with { Operations = [.. rule.Operations], Events = [.. rule.Events] };

    /// <summary>Whether the subject is hit; counts it if it fits.</summary>
    public bool Hits(FaultSubject subject)
    {
        if (IsSpent || !Fits(subject))
            return false;
        if (_left > 0)
        {
            _left--;
            return false;
        }

        _hits++;
        return true;
    }

    private bool Fits(FaultSubject subject) =>
        FitsName(subject.Name)
        && (Rule.CallConnectionId is not { } id || subject.Connections.Contains(id, StringComparer.OrdinalIgnoreCase))
        && (Rule.Party is not { } pattern || subject.Parties.Any(party => Wildcard.Matches(pattern, party)));

    private bool FitsName(string? name) => Phase switch
    {
        FaultPhase.BeforeAction or FaultPhase.AfterAction =>
            Rule.Operations.Count == 0 ? !Reads.Contains(name!) : Rule.Operations.Contains(name!),
        FaultPhase.IncomingCallTaken or FaultPhase.Effect => Rule.Operations.Count == 0 || Rule.Operations.Contains(name!),
        FaultPhase.Callback => Rule.Events.Count == 0 || Rule.Events.Contains(name!),
        _ => true,
    };

    private static readonly HashSet<string> Reads =
        [.. CallAutomationOperations.All.Where(operation => HttpMethods.IsGet(operation.Method)).Select(operation => operation.Name)];
}
