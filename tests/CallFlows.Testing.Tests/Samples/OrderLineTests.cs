using CallFlows.Actions;
using CallFlows.Recognition;
using CallFlows.Samples.Shop;
using CallFlows.Testing.Activities;
using CallFlows.Testing.Assertions;
using CallFlows.Testing.Callers;

namespace CallFlows.Testing.Tests.Samples;

/// <summary>The shop's line: <see cref="OrderLine"/>.</summary>
public sealed class OrderLineTests
{
    private const string Sales = "+14255550190";

    [Fact]
    public async Task Customer_KeysInANumber_HearsTheStatusOverNoDeadAir()
    {
        await using CallFlowTest test = Shop(out FakeActivity<FindOrder> find, out FakeActivity<RequestCallback> callback);
        VirtualCaller customer = await test.CallAsync();
        await KeysInAsync(customer, "123456");
        await customer.Hears("hold-music.wav");
        await customer.Hears("Your order is on its way.");
        await customer.Hears("To speak to someone press 0");
        await customer.IsHungUpOn();

        find.Should().HaveBeenRunOnce().Which.Number.Should().Be("123456");
        callback.Should().NotHaveBeenRun();
        test.Call.Should().HaveNoDeadAirOver(TimeSpan.FromSeconds(1)).And.NotHaveDone<TransferCall>();
    }

    [Fact]
    public async Task Customer_KeysInAnUnknownNumber_IsTold()
    {
        await using CallFlowTest test = Shop(out _, out _);
        VirtualCaller customer = await test.CallAsync();
        await KeysInAsync(customer, "654321");
        await customer.Hears("I can't find that order.");
        await customer.HangsUp();
        await test.CompleteAsync();
    }

    [Fact]
    public async Task Customer_HasNoNumberAtHand_IsAskedToCallAgain()
    {
        await using CallFlowTest test = Shop(out FakeActivity<FindOrder> find, out _);
        VirtualCaller customer = await test.CallAsync();
        await customer.Hears("six digit order number");
        await customer.IsSilent();
        await customer.IsSilent();
        await customer.Hears("Please call again when you have it at hand");
        await customer.IsHungUpOn();

        find.Should().NotHaveBeenRun();
    }

    [Fact]
    public async Task Customer_WantsSomeone_IsHandedOver()
    {
        await using CallFlowTest test = Shop(out _, out FakeActivity<RequestCallback> callback);
        VirtualCaller sales = test.Phone(Sales, "sales");
        sales.Answers();
        VirtualCaller customer = await test.CallAsync();
        await KeysInAsync(customer, "123456");
        await customer.Hears("To speak to someone press 0");
        await customer.Presses(Tone.Zero);
        await sales.IsAnswered();
        await test.CompleteAsync();

        customer.IsInCall.Should().BeTrue("the two talk on without the flow");
        test.Call.Should().HaveDone<TransferCall>().And.BeOver();
        callback.Should().NotHaveBeenRun();
    }

    [Fact]
    public async Task Customer_WantsSomeoneAndNobodyIsFree_IsCalledBack()
    {
        await using CallFlowTest test = Shop(out _, out FakeActivity<RequestCallback> callback);
        VirtualCaller sales = test.Phone(Sales, "sales");
        sales.Declines();
        VirtualCaller customer = await test.CallAsync(from: "+14255550177");
        await KeysInAsync(customer, "123456");
        await customer.Hears("To speak to someone press 0");
        await customer.Says("someone");
        await customer.Hears("Nobody is free right now");
        await customer.IsHungUpOn();

        callback.Should().HaveBeenRunOnce().Which.Customer.RawId.Should().Be("4:+14255550177");
    }

    private static CallFlowTest Shop(out FakeActivity<FindOrder> find, out FakeActivity<RequestCallback> callback)
    {
        CallFlowTest test = CallFlowTest.For<OrderLine>().Fake(out find).Fake(out callback);
        find.Takes(TimeSpan.FromSeconds(5)).Returns(request => request.Number == "123456" ? new Order("123456", "on its way") : null);
        callback.Returns(true);
        return test;
    }

    private static async Task KeysInAsync(VirtualCaller customer, string number)
    {
        await customer.Hears("six digit order number");
        await customer.Presses(number);
        await customer.Hears("If that is right press 1");
        await customer.Presses(Tone.One);
    }
}
