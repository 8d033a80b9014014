namespace CallFlows.Emulator.Switchboard;

/// <summary>What an action's events carry back: its operation context, and where to send them if not to the call's own URI.</summary>
internal readonly record struct Operation(string? Context, string? CallbackUri)
{
    public static readonly Operation None = new(null, null);
}
