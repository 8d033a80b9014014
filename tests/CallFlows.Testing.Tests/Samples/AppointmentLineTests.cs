using CallFlows.Actions;
using CallFlows.Endpoints;
using CallFlows.Recognition;
using CallFlows.Samples.Clinic;
using CallFlows.Testing.Assertions;
using CallFlows.Testing.Callers;

namespace CallFlows.Testing.Tests.Samples;

/// <summary>The clinic's line: <see cref="AppointmentLine"/>.</summary>
public sealed class AppointmentLineTests
{
    private const string Patient = "+14255550123";

    private readonly InMemoryClinic _clinic = new(new Appointment("a-1", CallEndpoint.Phone(Patient), "Monday"));

    [Fact]
    public async Task Patient_ConfirmsAfterSilence_IsNotedDown()
    {
        await using CallFlowTest test = CallFlowTest.For<AppointmentLine>().With<IClinic>(_clinic);
        VirtualCaller caller = await test.CallAsync(from: Patient, to: "+14255550100");
        await caller.Hears("You have an appointment on Monday");
        await caller.IsSilent();
        await caller.Hears("Sorry, I did not hear you.");
        await caller.Presses(Tone.One);
        await caller.Hears("Goodbye");
        await caller.IsHungUpOn();

        test.Call.Should().HaveAskedFor("confirm").And.HaveNoDeadAirOver(TimeSpan.FromSeconds(2));
        _clinic.Decisions.Should().Contain("a-1", "confirm");
    }

    [Fact]
    public async Task Patient_SaysNo_CancelsTheAppointment()
    {
        await using CallFlowTest test = CallFlowTest.For<AppointmentLine>().With<IClinic>(_clinic);
        VirtualCaller caller = await test.CallAsync(from: Patient);
        await caller.HearsToTheEnd("You have an appointment");
        await caller.Says("no");
        await caller.Hears("Your appointment is cancelled");
        await caller.IsHungUpOn();

        _clinic.Decisions.Should().Contain("a-1", "cancel");
    }

    [Fact]
    public async Task Patient_NeverDecides_IsAskedThreeTimesAndNothingIsNoted()
    {
        await using CallFlowTest test = CallFlowTest.For<AppointmentLine>().With<IClinic>(_clinic);
        VirtualCaller caller = await test.CallAsync(from: Patient);
        caller.Whenever("You have an appointment").Presses("9");
        await caller.Hears("Please call again when you have decided");
        await caller.IsHungUpOn();
        await test.CompleteAsync();

        test.Call.Questions.Should().HaveCount(3);
        _clinic.Decisions.Should().BeEmpty();
    }

    [Fact]
    public async Task Stranger_Calls_GetsABusyTone()
    {
        await using CallFlowTest test = CallFlowTest.For<AppointmentLine>().With<IClinic>(_clinic);
        VirtualCaller caller = await test.CallAsync(from: "+14255550199");
        await caller.IsTurnedAway();
        await test.CompleteAsync();

        test.Happenings.Should().Contain(happening => happening.Action is RejectCall);
        test.Calls.Should().BeEmpty();
    }
}
