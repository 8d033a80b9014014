using CallFlows.Emulator.Media;
using CallFlows.Emulator.Phones;
using CallFlows.Emulator.Streams;

namespace CallFlows.Emulator.Switchboard;

/// <summary>An app's side of a call: what a callConnectionId stands for.</summary>
internal sealed class CallConnection
{
    private readonly ICallEvents _events;
    private readonly ContinuousDtmf _continuousDtmf;

    public CallConnection(string id, Conversation conversation, PartyId self, ConnectionSettings settings, ICallEvents events)
    {
        Id = id;
        Conversation = conversation;
        Self = self;
        Settings = settings;
        _events = events;
        Leg = new AppLeg(this);
        Media = new MediaQueue();
        _continuousDtmf = new ContinuousDtmf(this, events);
    }

    public string Id { get; }

    public Conversation Conversation { get; private set; }

    /// <summary>The identity by which the app takes part.</summary>
    public PartyId Self { get; }

    public ConnectionSettings Settings { get; }

    public AppLeg Leg { get; }

    public MediaQueue Media { get; }

    public HoldMusic HoldMusic { get; } = new();

    public ContinuousDtmf ContinuousDtmf => _continuousDtmf;

    /// <summary>Its streams to the app.</summary>
    public CallStreams Streams { get; set; } = CallStreams.None;

    public ConnectionState State { get; private set; } = ConnectionState.Connecting;

    public bool IsOver => State == ConnectionState.Disconnected;

    public bool IsEstablished => State is ConnectionState.Connected or ConnectionState.Transferring;

    /// <summary>The other parties that this connection may act on.</summary>
    public IEnumerable<Participant> Others => Conversation.Participants.Where(participant => participant.Leg != Leg);

    /// <summary>Tells the app who takes part; the first time also that its call is connected, in either order.</summary>
    public void ShowRoster()
    {
        if (IsOver || Leg.Participant is null)
            return;
        if (State != ConnectionState.Connecting)
        {
            SendRoster();
            return;
        }

        State = ConnectionState.Connected;
        bool rosterFirst = Conversation.Random.Next(2) == 0;
        if (rosterFirst)
            SendRoster();
        _events.CallConnected(this);
        if (!rosterFirst)
            SendRoster();
        Streams.Connected();
    }

    /// <summary>The app's call goes on in another conversation.</summary>
    public void MoveTo(Conversation conversation)
    {
        Conversation.Release(this);
        Conversation = conversation;
        conversation.Control(this);
    }

    public void BeginTransfer() => State = ConnectionState.Transferring;

    public void TransferFailed()
    {
        if (State == ConnectionState.Transferring)
            State = ConnectionState.Connected;
    }

    public void HearTone(Participant from, Tone tone)
    {
        Media.HearTone(from, tone);
        _continuousDtmf.HearTone(from, tone);
        Streams.HearTone(from, tone);
    }

    public void HearSpeech(Participant from, string text)
    {
        Media.HearSpeech(from, text);
        Streams.HearSpeech(from, text);
    }

    /// <summary>The last event of the connection. Later calls do nothing.</summary>
    public void Disconnect(ResultInfo result)
    {
        if (Close())
            _events.CallDisconnected(this, result);
    }

    public void FailToCreate(ResultInfo result)
    {
        if (!Close())
            return;
        _events.CreateCallFailed(this, result);
        _events.CallDisconnected(this, result);
    }

    public void FailToAnswer(ResultInfo result)
    {
        if (Close())
            _events.AnswerFailed(this, result);
    }

    public void FailToConnect(ResultInfo result)
    {
        if (Close())
            _events.ConnectFailed(this, result);
    }

    public void RequireEstablished()
    {
        if (!IsEstablished)
            throw ServiceFault.NotEstablished();
    }

    private void SendRoster()
    {
        ParticipantState[] states = Conversation.Participants.Select(participant => participant.State).ToArray();
        _events.ParticipantsUpdated(this, states, Conversation.RosterVersion);
    }

    private bool Close()
    {
        if (IsOver)
            return false;
        State = ConnectionState.Disconnected;
        Media.Abandon();
        HoldMusic.StopAll();
        Streams.Abandon();
        Conversation.Release(this);
        return true;
    }
}
