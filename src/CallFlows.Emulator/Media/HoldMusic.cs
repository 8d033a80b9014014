using CallFlows.Emulator.Switchboard;

namespace CallFlows.Emulator.Media;

/// <summary>What the participants that a connection holds are listening to.</summary>
internal sealed class HoldMusic
{
    private readonly Dictionary<PartyId, PromptPlayer> _players = [];

    public void Start(PartyId held, PromptPlayer player)
    {
        Stop(held);
        _players.Add(held, player);
        player.Start();
    }

    public void Stop(PartyId held)
    {
        if (_players.Remove(held, out PromptPlayer? player))
            player.Stop();
    }

    public void StopAll()
    {
        foreach (PromptPlayer player in _players.Values)
            player.Stop();
        _players.Clear();
    }
}
