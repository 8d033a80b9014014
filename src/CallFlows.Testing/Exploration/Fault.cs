using CallFlows.Emulator.Faults;

namespace CallFlows.Testing.Exploration;

/// <summary>One thing that goes wrong, and where.</summary>
/// <param name="Type">What goes wrong.</param>
/// <param name="Point">What it happens to.</param>
/// <param name="Number">Which one of those, from 1, in the order of a run without faults.</param>
/// <param name="Name">What that one is there, such as <c>PlayCompleted</c>.</param>
/// <param name="Party">Who hangs up or declines, as phones are asked for; null for nobody.</param>
/// <param name="PartyName">What the story calls that party.</param>
internal sealed record Fault(FaultType Type, FaultPoint Point, int Number, string Name, string? Party = null, string? PartyName = null)
{
    /// <summary>Names the fault, so that it can be asked for again.</summary>
    public string Id => $"{Type}{(Party is null ? "" : $":{Party}")}@{Point}:{Number}";

    /// <summary>Whether a caller need not notice it: the durable code makes up for it.</summary>
    public bool CanBeHidden => Type is FaultType.Crash or FaultType.DuplicateCallback or FaultType.SwapCallbacks
        or FaultType.Throttle or FaultType.ServerError or FaultType.LoseAnswer;

    /// <summary>The emulator's rule for it; null for what the world does itself.</summary>
    public FaultRule? Rule => Type switch
    {
        FaultType.DuplicateCallback => One(FaultKind.RepeatCallback),
        FaultType.SwapCallbacks => One(FaultKind.ReorderCallback),
        FaultType.LoseCallback => One(FaultKind.DropCallback),
        FaultType.Throttle => One(FaultKind.RefuseAction) with { Status = 429 },
        FaultType.ServerError => One(FaultKind.RefuseAction) with { Status = 500 },
        FaultType.LoseAnswer => One(FaultKind.LoseAnswer),
        FaultType.Decline => One(FaultKind.Decline) with { Party = Party },
        _ => null,
    };

    /// <summary>The fault in words.</summary>
    public override string ToString() => Type switch
    {
        FaultType.HangUp => $"{PartyName} hangs up {Where}",
        FaultType.Crash => $"the process dies {Where}",
        FaultType.DuplicateCallback => $"callback {Number}, {Name}, is delivered twice",
        FaultType.SwapCallbacks => $"callback {Number}, {Name}, is delivered after the one that follows it",
        FaultType.LoseCallback => $"callback {Number}, {Name}, is never delivered",
        FaultType.Throttle => $"action {Number}, {Name}, is answered 429",
        FaultType.ServerError => $"action {Number}, {Name}, is answered 500",
        FaultType.LoseAnswer => $"action {Number}, {Name}, is carried out, and its answer is lost",
        _ => $"{PartyName} declines call {Number}",
    };

    private string Where => Point switch
    {
        FaultPoint.ActivityBegins => $"before activity {Number}, {Name}",
        FaultPoint.ActivityEnds => $"after activity {Number}, {Name}, took effect and before that is stored",
        _ => $"after callback {Number}, {Name}",
    };

    private FaultRule One(FaultKind kind) => new() { Kind = kind, Skip = Number - 1, Count = 1 };
}
