using CallFlows.Emulator.Hosting;
using CallFlows.Emulator.Switchboard;

namespace CallFlows.Emulator.Phones;

/// <summary>All phones, made as they are needed. Runs on the <see cref="SwitchboardQueue"/> only.</summary>
internal sealed class PhoneExchange(EmulatorOptions options, SwitchboardQueue queue, PhoneDialer dialer)
{
    private readonly Dictionary<PartyId, PhoneLine> _lines = [];

    public IReadOnlyCollection<PhoneLine> Lines => _lines.Values;

    public bool IsDriven(PartyId id) => _lines.TryGetValue(id, out PhoneLine? line) && line.IsDriven;

    public PhoneLine Get(PartyId id)
    {
        if (_lines.TryGetValue(id, out PhoneLine? line))
            return line;
        if (_lines.Count >= options.Limits.MaxPhones)
            MakeRoom();
        line = new PhoneLine(id, options, queue, dialer);
        _lines.Add(id, line);
        return line;
    }

    public void Ring(PartyId target, Invitation invitation) => Get(target).Ring(invitation);

    private void MakeRoom()
    {
        PhoneLine? unused = _lines.Values.FirstOrDefault(line => !line.IsDriven && line.State == PhoneState.Idle);
        if (unused is null || !_lines.Remove(unused.Id))
        {
            throw new ServiceFault(429, 8530,
                $"The emulator holds {options.Limits.MaxPhones} phones, its limit. Raise Emulator:Limits:MaxPhones.");
        }
    }
}
