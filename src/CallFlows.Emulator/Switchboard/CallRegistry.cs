using CallFlows.Emulator.Hosting;

namespace CallFlows.Emulator.Switchboard;

/// <summary>Every connection and ringing offer that the emulator knows, within the configured bounds.</summary>
internal sealed class CallRegistry(EmulatorOptions options, IdSource ids, SwitchboardQueue queue, CallReporter reporter)
{
    private readonly Dictionary<string, CallConnection> _connections = new(StringComparer.OrdinalIgnoreCase);
    private readonly Queue<string> _order = new();
    private readonly Dictionary<string, IncomingCallOffer> _offers = new(StringComparer.Ordinal);
    private readonly Queue<string> _offerOrder = new();
    private int _conversations;

    /// <summary>Known connections, oldest first; ended ones stay for a while.</summary>
    public IEnumerable<CallConnection> All => _order.Select(id => _connections[id]);

    /// <param name="fewestParticipants">With how few participants it goes on.</param>
    public Conversation NewConversation(int fewestParticipants = 2)
    {
        int number = ++_conversations;
        Conversation conversation = new(number, ids.NewServerCallId(queue.Now), ids.NewId(), ids.ForConversation(number))
        {
            FewestParticipants = fewestParticipants,
        };
        reporter.Watch(conversation);
        return conversation;
    }

    /// <summary>A connection that isn't over; 404/8522 otherwise.</summary>
    public CallConnection Get(string id) =>
        _connections.TryGetValue(id, out CallConnection? connection) && !connection.IsOver
            ? connection
            : throw ServiceFault.CallNotFound();

    public CallConnection? FindEvenOver(string id) => _connections.GetValueOrDefault(id);

    public Conversation? FindByServerCallId(string id) =>
        All.FirstOrDefault(connection => connection.Conversation.ServerCallId == id)?.Conversation;

    /// <summary>The ringing call of a context, also one that was taken.</summary>
    public IncomingCallOffer? FindOffer(string context) => _offers.GetValueOrDefault(context);

    public void Add(CallConnection connection)
    {
        if (_order.Count >= options.Limits.MaxCalls)
            DropOldestEnded();
        _connections.Add(connection.Id, connection);
        _order.Enqueue(connection.Id);
    }

    public void Add(IncomingCallOffer offer)
    {
        while (_offerOrder.Count >= options.Limits.MaxCalls)
            _offers.Remove(_offerOrder.Dequeue());
        _offers.Add(offer.Context, offer);
        _offerOrder.Enqueue(offer.Context);
    }

    public IReadOnlyList<IncomingCallOffer> OpenOffers => _offers.Values.Where(offer => offer.IsOpen).ToArray();

    /// <summary>The ringing call of a context. It can be taken once; afterwards, and once the caller has gone, it is 404/8522.</summary>
    public IncomingCallOffer Take(string context)
    {
        if (!_offers.TryGetValue(context, out IncomingCallOffer? offer) || !offer.IsOpen || !offer.Invitation.IsPending)
            throw ServiceFault.CallNotFound();
        offer.IsOpen = false;
        return offer;
    }

    private void DropOldestEnded()
    {
        for (int left = _order.Count; left > 0; left--)
        {
            string id = _order.Dequeue();
            if (_connections[id].IsOver)
            {
                _connections.Remove(id);
                return;
            }

            _order.Enqueue(id);
        }

        throw new ServiceFault(429, 8530,
            $"The emulator holds {options.Limits.MaxCalls} live calls, its limit. End some, or raise Emulator:Limits:MaxCalls.");
    }
}
