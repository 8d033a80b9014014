namespace CallFlows.Emulator.EventGrid;

/// <summary>An endpoint that gets events: the IncomingCall of some called identities, and everything else that is reported.</summary>
public sealed class EventGridSubscriptionOptions
{
    /// <summary>Name; letters, digits and hyphens, up to 64. Must be unique.</summary>
    public string Name { get; set; } = "";

    /// <summary>Absolute http or https address of the webhook.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>The envelope of its events.</summary>
    public EventGridSchema Schema { get; set; }

    /// <summary>
    /// Called identities that are the app's: phone numbers or raw ids, <c>*</c> standing for any characters. Calls to them
    /// always become IncomingCall. Empty: only the calls of virtual phones to whoever isn't a driven phone.
    /// </summary>
    public IList<string> Called { get; set; } = [];

    /// <summary>The event types it gets, such as <c>Microsoft.Communication.RecordingFileStatusUpdated</c>; empty for all, as in Event Grid.</summary>
    public IList<string> EventTypes { get; set; } = [];
}
