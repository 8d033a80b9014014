using CallFlows.Endpoints;
using CallFlows.Samples;
using CallFlows.Samples.Clinic;
using CallFlows.Testing;
using CallFlows.Testing.Storyboards;

namespace CallFlows.Docs.Tests.Snippets;

public sealed class StoryboardTests
{
    private static readonly Appointment Monday = new("A-1", CallEndpoint.Phone("+14255550123"), "Monday");

    [Fact]
    public Task AppointmentLine_PatientIsSilentAtFirst_CanStillConfirm() =>
        Storyboard.RunAsync<AppointmentLine>("Confirmed.story", test => test.With<IClinic>(new InMemoryClinic(Monday)));

    [Fact]
    public async Task Reminder_PatientIsBusyAtFirst_IsCalledAgain()
    {
        ReminderOutcome outcome = await Storyboard.RunAsync<Reminder, Appointment, ReminderOutcome>(
            "Reminded.story", Monday, test => test.With<IClinic>(new InMemoryClinic(Monday)));

        outcome.Should().Be(ReminderOutcome.Kept);
    }

    [Fact]
    public async Task Clinic_AsItRuns_RemindsAndTakesCancellations()
    {
        InMemoryClinic clinic = new(Monday);
        await using CallFlowTest test = CallFlowTest.ForApplication(flows => flows.AddSamples()).With<IClinic>(clinic);

        await Storyboard.RunAsync(test, "Clinic.story", new Dictionary<string, Func<CallFlowTest, Task>>
        {
            ["The reminder is due"] = story => story.StartAsync<Reminder, Appointment, ReminderOutcome>(Monday),
        });

        clinic.Decisions["A-1"].Should().Be("cancel");
    }
}
