using CallFlows.Actions;
using CallFlows.Calls;
using CallFlows.Calls.Asking;
using CallFlows.Flows;
using CallFlows.Recognition;

namespace CallFlows.Samples.Clinic;

/// <summary>A line where patients confirm or cancel their appointment. Strangers get a busy tone.</summary>
public sealed class AppointmentLine : InboundCallFlow
{
    /// <inheritdoc/>
    protected override async Task RunAsync(IncomingCall incoming)
    {
        Appointment? appointment = await incoming.Flow.RunAsync(new FindAppointment(incoming.From));
        if (appointment is null)
        {
            await incoming.RejectAsync(RejectReason.Busy);
            return;
        }

        Call call = await incoming.AnswerAsync();
        Choice choice = await call.AskAsync(
            Menu.Say($"You have an appointment on {appointment.Day}. To confirm press 1 or say confirm. To cancel press 2 or say cancel.")
                .Option("confirm", Tone.One, "confirm", "yes")
                .Option("cancel", Tone.Two, "cancel", "no")
                .OnNoInput("Sorry, I did not hear you.")
                .OnNoMatch("That is not one of the choices.")
                .Tries(3));

        if (choice.Given)
        {
            await call.Flow.RunAsync(new SaveDecision(appointment.Id, choice.Option));
            await call.PlayAsync(choice.Is("confirm") ? "Thank you, see you then. Goodbye." : "Your appointment is cancelled. Goodbye.");
        }
        else
        {
            await call.PlayAsync("Please call again when you have decided. Goodbye.");
        }

        await call.HangUpAsync(forEveryone: true);
    }
}
