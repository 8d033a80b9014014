using CallFlows.Endpoints;
using CallFlows.Samples.Clinic;
using CallFlows.Samples.Shop;
using CallFlows.Testing.Activities;
using CallFlows.Testing.Storyboards;

namespace CallFlows.Testing.Tests.Storyboards;

public sealed class SampleStoryTests
{
    private static readonly Appointment Monday = new("A-1", CallEndpoint.Phone("+14255550123"), "Monday");

    private readonly InMemoryClinic _clinic = new(Monday);
    private readonly InMemoryShop _shop = new(new Order("421337", "packed"));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AppointmentLine_PatientIsSilentThenConfirms_GoesAsTold(bool replay)
    {
        await Storyboard.RunAsync<AppointmentLine>("Confirmed.story", test => WithClinic(test, replay));

        _clinic.Decisions["A-1"].Should().Be("confirm");
    }

    [Fact]
    public Task AppointmentLine_Stranger_IsRejected() => Storyboard.RunAsync<AppointmentLine>("Stranger.story", test => WithClinic(test));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task OrderLine_AgentDeclines_CustomerWillBeCalledBack(bool replay)
    {
        await Storyboard.RunAsync<OrderLine>("AgentDeclines.story", test => WithShop(test, replay));

        _shop.Callbacks.Should().Equal(CallEndpoint.Phone("+14255550124"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task OrderLine_AgentAnswers_TalksWithTheCustomer(bool replay) =>
        Storyboard.RunAsync<OrderLine>("AgentTakesOver.story", test => WithShop(test, replay));

    [Fact]
    public Task OrderLine_CustomerHangsUpInTheMiddle_HearsNothingMore() =>
        Storyboard.RunAsync<OrderLine>("HungUpInTheMiddle.story", test => WithShop(test));

    [Fact]
    public Task OrderLine_LookUpTakesItsTime_CustomerHearsTheMusicOnce() => Storyboard.RunAsync<OrderLine>("SlowLookUp.story", test =>
    {
        test.Fake(out FakeActivity<FindOrder> orders).With<IShop>(_shop);
        orders.Takes(TimeSpan.FromSeconds(30));
    });

    [Fact]
    public async Task Reminder_StartedByCode_CallsUntilThePatientAnswers()
    {
        ReminderOutcome outcome = await Storyboard.RunAsync<Reminder, Appointment, ReminderOutcome>("ReminderKept.story", Monday, test => WithClinic(test));

        outcome.Should().Be(ReminderOutcome.Kept);
    }

    private void WithClinic(CallFlowTest test, bool replay = false) => Replayed(test, replay).With<IClinic>(_clinic);

    private void WithShop(CallFlowTest test, bool replay = false) => Replayed(test, replay).With<IShop>(_shop);

    private static CallFlowTest Replayed(CallFlowTest test, bool replay) => replay ? test.ReplayedAfterEveryEvent() : test;
}
