namespace CallFlows.Emulator.Switchboard;

internal enum ConnectionState
{
    Connecting,
    Connected,
    Transferring,
    Disconnected,
}
