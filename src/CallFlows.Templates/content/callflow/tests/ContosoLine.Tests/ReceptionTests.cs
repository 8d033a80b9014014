using CallFlows.Endpoints;
using CallFlows.Testing;
using CallFlows.Testing.Activities;
using CallFlows.Testing.Callers;
using ContosoLine.CallList;

namespace ContosoLine.Tests;

/// <summary>Stories of callers. Nothing here waits: the clock jumps over what is said.</summary>
public sealed class ReceptionTests
{
    [Fact]
    public async Task Reception_CallerPressesOne_HearsTheOpeningHours()
    {
        await using CallFlowTest test = CallFlowTest.For<Reception>().With<ICallList>(new InMemoryCallList());

        VirtualCaller caller = await test.CallAsync();
        await caller.Hears("for our opening hours press 1");
        await caller.Presses("1");
        await caller.HearsToTheEnd("nine to five");
        await caller.IsHungUpOn();
    }

    [Fact]
    public async Task Reception_CallerWantsToBeCalledBack_IsPutOnTheList()
    {
        InMemoryCallList list = new();
        await using CallFlowTest test = CallFlowTest.For<Reception>().With<ICallList>(list);

        VirtualCaller caller = await test.CallAsync(from: "+14255550177");
        await caller.Hears("opening hours");
        await caller.IsSilent();
        await caller.Hears("I did not hear you");
        await caller.Says("call me");
        await caller.HearsToTheEnd("You are number 1");
        await test.CompleteAsync();

        Assert.Equal([CallEndpoint.Phone("+14255550177")], list.Callers);
    }

    [Fact]
    public async Task Reception_CallerHangsUpInTheMenu_IsNotPutOnTheList()
    {
        await using CallFlowTest test = CallFlowTest.For<Reception>().Fake(out FakeActivity<RequestReturnCall> request);

        VirtualCaller caller = await test.CallAsync();
        await caller.Hears("opening hours");
        await caller.HangsUp();
        await test.CompleteAsync();

        Assert.Empty(request.Requests);
    }
}
