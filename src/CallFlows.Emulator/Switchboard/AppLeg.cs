namespace CallFlows.Emulator.Switchboard;

internal sealed class AppLeg(CallConnection connection) : Leg
{
    public CallConnection Connection { get; } = connection;

    public override void Dropped(EndCause cause)
    {
        Participant = null;
        Connection.Disconnect(cause.Result());
    }
}
