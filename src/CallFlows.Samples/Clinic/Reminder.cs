using CallFlows.Calls;
using CallFlows.Calls.Asking;
using CallFlows.Flows;
using CallFlows.Recognition;

namespace CallFlows.Samples.Clinic;

/// <summary>Reminds a patient of an appointment: at once, after a quarter of an hour, after two more hours.</summary>
public sealed class Reminder : CallFlow<Appointment, ReminderOutcome>
{
    private static readonly TimeSpan[] Attempts = [TimeSpan.Zero, TimeSpan.FromMinutes(15), TimeSpan.FromHours(2)];

    /// <inheritdoc/>
    protected override async Task<ReminderOutcome> RunAsync(FlowContext flow, Appointment appointment)
    {
        foreach (TimeSpan wait in Attempts)
        {
            await flow.DelayAsync(wait);
            Dialed dialed = await flow.DialAsync(appointment.Patient, from: appointment.Clinic ?? SampleNumbers.Clinic, ring: TimeSpan.FromSeconds(30));
            if (dialed.Call is not { } call)
            {
                continue;
            }

            Choice answer = await call.AskAsync(
                Menu.Say($"This is Contoso Clinic. Press 1 to keep your appointment on {appointment.Day}, or 2 to cancel it.")
                    .Option("keep", Tone.One).Option("cancel", Tone.Two).Tries(2));
            if (answer.Given)
            {
                await flow.RunAsync(new SaveDecision(appointment.Id, answer.Option));
                await call.PlayAsync("Thank you. Goodbye.");
                await call.HangUpAsync();
                return answer.Is("keep") ? ReminderOutcome.Kept : ReminderOutcome.Cancelled;
            }

            await call.HangUpAsync();
        }

        return ReminderOutcome.NotReached;
    }
}
