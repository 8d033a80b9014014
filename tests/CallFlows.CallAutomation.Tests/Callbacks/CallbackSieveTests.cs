using CallFlows.Actions;
using CallFlows.CallAutomation.Callbacks;
using CallFlows.Endpoints;
using CallFlows.Events;
using CallFlows.Flows;

namespace CallFlows.CallAutomation.Tests.Callbacks;

public sealed class CallbackSieveTests
{
    private static readonly CallParticipant Ann = new(CallEndpoint.Phone("+14255550121"));
    private static readonly CallParticipant Ben = new(CallEndpoint.Phone("+14255550122"));

    private readonly CallbackSieve _sieve = new();

    [Theory]
    [InlineData(CallEventInterest.Default, false)]
    [InlineData(CallEventInterest.PlayStarted, true)]
    [InlineData(CallEventInterest.NoParticipants, false)]
    public void PlayStarted_IsLetThroughOnlyToFlowsThatDeclareIt(CallEventInterest interest, bool expected) =>
        _sieve.Lets(new PlayStarted { CallConnectionId = "c" }, interest).Should().Be(expected);

    [Fact]
    public void OtherEvents_AreAlwaysLetThrough()
    {
        CallEvent[] events = [new PlayCompleted(), new CallConnected(), new CallDisconnected(), new RecognizeCompleted()];

        events.Should().OnlyContain(e => _sieve.Lets(e, CallEventInterest.NoParticipants));
    }

    [Fact]
    public void List_ForAFlowWithoutParticipants_IsLeftOut() =>
        _sieve.Lets(List(1, Ann), CallEventInterest.NoParticipants).Should().BeFalse();

    [Fact]
    public void List_SameAgainUnderTheNextNumbers_IsLeftOut()
    {
        HandOn(List(1, Ann));

        Lets(List(2, Ann)).Should().BeFalse();
        Lets(List(3, Ann)).Should().BeFalse("the one that was left out is known to have come");
        Lets(List(3, Ann)).Should().BeFalse("the service repeats numbers, too");
    }

    [Fact]
    public void List_SameAgainAfterAGap_IsLetThrough()
    {
        HandOn(List(1, Ann));

        Lets(List(3, Ann)).Should().BeTrue("another process may have handed on number 2 with another list");
    }

    [Fact]
    public void List_WithSomethingNew_IsLetThrough()
    {
        HandOn(List(1, Ann));

        Lets(List(2, Ann, Ben)).Should().BeTrue();
        Lets(List(2, Ann with { IsMuted = true })).Should().BeTrue();
    }

    [Fact]
    public void List_ThatCouldNotBeHandedOn_IsLetThroughAgain()
    {
        Lets(List(1, Ann)).Should().BeTrue();

        Lets(List(1, Ann)).Should().BeTrue("nobody has it yet");
    }

    [Fact]
    public void List_ThatComesLate_DoesNotTakeThePlaceOfANewerOne()
    {
        HandOn(List(5, Ann, Ben));
        HandOn(List(4, Ann));

        Lets(List(6, Ann, Ben)).Should().BeFalse();
        Lets(List(5, Ann)).Should().BeTrue();
    }

    [Fact]
    public void List_OfAnotherCall_IsLetThrough()
    {
        HandOn(List(1, Ann));

        Lets(List(1, Ann) with { CallConnectionId = "other" }).Should().BeTrue();
    }

    [Fact]
    public void ManyCalls_AreRememberedWithinABound()
    {
        for (int call = 0; call <= ParticipantRepeats.MaxCalls; call++)
        {
            HandOn(List(1, Ann) with { CallConnectionId = $"c-{call}" });
        }

        Lets(List(2, Ann) with { CallConnectionId = "c-0" }).Should().BeTrue("the oldest was forgotten");
        Lets(List(2, Ann) with { CallConnectionId = "c-1" }).Should().BeFalse();
    }

    private static ParticipantsUpdated List(int number, params CallParticipant[] participants) =>
        new() { CallConnectionId = "c", SequenceNumber = number, Participants = participants };

    private bool Lets(CallEvent callEvent) => _sieve.Lets(callEvent, CallEventInterest.Default);

    private void HandOn(CallEvent callEvent)
    {
        Lets(callEvent);
        _sieve.Note(callEvent);
    }
}
