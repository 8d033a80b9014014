using CallFlows.Endpoints;
using CallFlows.Recognition;
using CallFlows.Samples.Clinic;
using CallFlows.Testing.Activities;
using CallFlows.Testing.Assertions;
using CallFlows.Testing.Callers;

namespace CallFlows.Testing.Tests.Samples;

/// <summary>The clinic's reminders: <see cref="Reminder"/>.</summary>
public sealed class ReminderTests
{
    private const string Phone = "+14255550123";
    private static readonly Appointment Monday = new("a-1", CallEndpoint.Phone(Phone), "Monday", CallEndpoint.Phone("+14255550166"));

    [Fact]
    public async Task Patient_AnswersTheSecondCall_KeepsTheAppointment()
    {
        await using CallFlowTest test = CallFlowTest.For<Reminder, Appointment, ReminderOutcome>().Fake(out FakeActivity<SaveDecision> saved);
        VirtualCaller patient = test.Phone(Phone);
        patient.NeverAnswers(times: 1).Then.Answers();

        FlowRun<ReminderOutcome> run = await test.StartAsync<Reminder, Appointment, ReminderOutcome>(Monday);
        await patient.Hears("Press 1 to keep");
        await patient.Presses(Tone.One);

        (await run.Result).Should().Be(ReminderOutcome.Kept);
        saved.Should().HaveBeenRunOnce().Which.Should().Be(new SaveDecision("a-1", "keep"));
        (test.Now - new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero)).Should().BeGreaterThan(TimeSpan.FromMinutes(15));
    }

    [Fact]
    public async Task Patient_CancelsByTheClinicsOwnNumber_IsRemindedNoMore()
    {
        await using CallFlowTest test = CallFlowTest.For<Reminder, Appointment, ReminderOutcome>().Fake(out FakeActivity<SaveDecision> saved);
        VirtualCaller patient = test.Phone(Phone);
        patient.Answers();

        FlowRun<ReminderOutcome> run = await test.StartAsync<Reminder, Appointment, ReminderOutcome>(Monday with { Clinic = null });
        await patient.Hears("2 to cancel");
        await patient.Presses(Tone.Two);
        await patient.Hears("Thank you. Goodbye.");
        await patient.IsHungUpOn();

        (await run.Result).Should().Be(ReminderOutcome.Cancelled);
        saved.Should().HaveBeenRunOnce().Which.Decision.Should().Be("cancel");
    }

    [Fact]
    public async Task Patient_IsNeverReached_IsTriedThreeTimes()
    {
        await using CallFlowTest test = CallFlowTest.For<Reminder, Appointment, ReminderOutcome>().Fake(out FakeActivity<SaveDecision> saved);
        VirtualCaller patient = test.Phone(Phone);
        patient.IsBusy(times: 1).Then.IsVoicemail(times: 1).Then.Declines();

        FlowRun<ReminderOutcome> run = await test.StartAsync<Reminder, Appointment, ReminderOutcome>(Monday);

        (await run.Result).Should().Be(ReminderOutcome.NotReached);
        saved.Should().NotHaveBeenRun();
        test.Calls.Should().HaveCount(3);
    }
}
