using CallFlows.Emulator.Switchboard;

namespace CallFlows.Emulator.Phones;

/// <summary>Hands out the emulator's phones.</summary>
public sealed class PhoneDirectory
{
    private readonly PhoneExchange _exchange;
    private readonly SwitchboardQueue _queue;
    private readonly Meetings _meetings;
    private readonly Dictionary<PartyId, VirtualPhone> _phones = [];
    private readonly Lock _gate = new();

    internal PhoneDirectory(PhoneExchange exchange, SwitchboardQueue queue, Meetings meetings)
    {
        _meetings = meetings;
        _exchange = exchange;
        _queue = queue;
    }

    /// <summary>The driven phones, in no particular order.</summary>
    public IReadOnlyList<VirtualPhone> All
    {
        get { lock (_gate) return _phones.Values.ToArray(); }
    }

    /// <summary>Takes a phone in hand. From then on it answers only as it is told.</summary>
    /// <param name="id">A phone number (<c>+1555…</c>) or a raw id (<c>8:acs:…</c>).</param>
    /// <returns>The phone; the same one each time.</returns>
    /// <exception cref="ArgumentException">The id is neither.</exception>
    /// <exception cref="InvalidOperationException">The emulator holds as many phones as it may.</exception>
    public VirtualPhone Get(string id)
    {
        PartyId party = Parse(id);
        PhoneLine line;
        try
        {
            line = _queue.Run(() => _exchange.Get(party));
        }
        catch (ServiceFault fault)
        {
            throw new InvalidOperationException(fault.Message, fault);
        }

        lock (_gate)
        {
            if (_phones.TryGetValue(party, out VirtualPhone? known))
                return known;
            line.IsDriven = true;
            VirtualPhone phone = new(line, _queue, _meetings);
            _phones.Add(party, phone);
            return phone;
        }
    }

    internal static PartyId Parse(string? id) =>
        PartyId.TryParse(id, out PartyId party)
            ? party
            : throw new ArgumentException(
                "A party is a phone number in E.164 form, like +15551234567, or a raw id, like 8:acs:….", nameof(id));
}
