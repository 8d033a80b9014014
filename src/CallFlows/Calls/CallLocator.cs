namespace CallFlows.Calls;

/// <summary>Names a call that goes on, so that a flow can join it.</summary>
/// <param name="Kind">What the id names.</param>
/// <param name="Id">The id, 1 to 4,096 characters.</param>
/// <exception cref="ArgumentException">The id is empty or too long.</exception>
public sealed record CallLocator(CallLocatorKind Kind, string Id)
{
    private const int MaxIdLength = 4096;

    /// <summary>The id, 1 to 4,096 characters.</summary>
    public string Id { get; init => field = Checked(value); } = Checked(Id);

    /// <summary>A call by what its VoIP sides share, such as <see cref="Flows.IncomingCall.ServerCallId"/> or <see cref="Call.ServerCallId"/>.</summary>
    /// <param name="serverCallId">The id, as the service gave it.</param>
    /// <exception cref="ArgumentException">The id is empty or too long.</exception>
    public static CallLocator ServerCall(string serverCallId) => new(CallLocatorKind.ServerCall, serverCallId);

    /// <summary>A group call.</summary>
    /// <param name="groupCallId">The id that its participants join it with.</param>
    public static CallLocator GroupCall(Guid groupCallId) => new(CallLocatorKind.GroupCall, groupCallId.ToString());

    /// <summary>A room's call.</summary>
    /// <param name="roomId">The room's id.</param>
    /// <exception cref="ArgumentException">The id is empty or too long.</exception>
    public static CallLocator Room(string roomId) => new(CallLocatorKind.Room, roomId);

    /// <summary>What is named, in words; of a server call's long id only the end.</summary>
    public override string ToString() => Kind switch
    {
        CallLocatorKind.GroupCall => $"group call {Id}",
        CallLocatorKind.Room => $"room {Id}",
        _ => $"call …{Id[^Math.Min(8, Id.Length)..]}",
    };

    private static string Checked(string id)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return id.Length <= MaxIdLength
            ? id
            : throw new ArgumentException($"The id of a call has at most {MaxIdLength} characters; this one has {id.Length}.", nameof(id));
    }
}
