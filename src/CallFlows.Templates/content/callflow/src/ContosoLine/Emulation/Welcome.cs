namespace ContosoLine.Emulation;

/// <summary>What a developer who has started the application can do next.</summary>
internal static class Welcome
{
    public static string Write(Uri app, Uri emulator, string line, string caller)
    {
        string phone = $"{emulator}emulator/phones/{caller}";
        const string json = "-H \"Content-Type: application/json\"";
        return $$"""
            The line is open, on an emulator of Azure Communication Services. Press Ctrl-C to close it.
            A first call follows. To call the line yourself, paste these into another terminal:

              curl -X POST {{phone}}/call {{json}} -d '{"to":"{{line}}"}'
              curl -X POST {{phone}}/press {{json}} -d '{"tones":"2"}'

            What every flow does, and what was said:

              curl {{app}}callflows/instances
              curl {{app}}callflows/instances/latest/transcript

            """;
    }
}
