namespace CallFlows.Emulator.Switchboard;

/// <summary>Announces ringing calls to apps. Event Grid in production.</summary>
internal interface IIncomingCallPublisher
{
    /// <summary>Does an app take the calls of this identity?</summary>
    /// <param name="called">Who is called.</param>
    /// <param name="named">True to count only subscriptions that name the identity by a pattern.</param>
    bool Covers(PartyId called, bool named);

    void Publish(IncomingCallOffer offer);
}
