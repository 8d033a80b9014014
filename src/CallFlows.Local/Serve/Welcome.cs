using CallFlows.Emulator.Hosting;
using CallFlows.Samples;
using CallFlows.Samples.Clinic;

namespace CallFlows.Local.Serve;

/// <summary>What a person needs who has started the local host: addresses, and commands that work when pasted.</summary>
internal static class Welcome
{
    /// <summary>The phone of somebody with an appointment.</summary>
    private const string Patient = "+14255550121";

    public static string Write(LocalOptions settings, CallAutomationEmulator emulator)
    {
        string app = $"{settings.Url.TrimEnd('/')}/callflows";
        string phone = $"{emulator.Endpoint}emulator/phones/{Patient}";
        const string json = "-H 'Content-Type: application/json'";
        return $$"""
            CallFlows is serving. Press Ctrl-C to stop it.

              Flows      {{app}}
              Emulator   {{emulator.ConnectionString}}
              Lines      {{SampleNumbers.Clinic.Number}} clinic (AppointmentLine), {{SampleNumbers.Shop.Number}} shop (OrderLine)

            Paste these into another terminal; what is said appears here as it happens.

              # Ann calls the clinic
              curl -X POST {{phone}}/call {{json}} -d '{"to":"{{SampleNumbers.Clinic.Number}}"}'

              # she hears the menu, and presses 1 to confirm
              curl -X POST {{phone}}/press {{json}} -d '{"tones":"1"}'

              # what Ann heard, and the flow's own transcript
              curl {{phone}}/heard
              curl {{app}}/instances/latest/transcript

              # where every flow is now, to the line of its code
              curl {{app}}/instances

              # a reminder, from your side: the clinic calls a patient, who answers and says nothing
              curl -X POST {{app}}/flows/{{nameof(Reminder)}} {{json}} -d '{"id":"A-9","patient":"+14255550129","day":"Friday"}'

            """;
    }
}
