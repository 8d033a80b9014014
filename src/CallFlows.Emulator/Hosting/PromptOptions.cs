namespace CallFlows.Emulator.Hosting;

/// <summary>How long prompts take.</summary>
public sealed class PromptOptions
{
    /// <summary>Speed of spoken text. 1 to 10000 characters a second.</summary>
    public double CharactersPerSecond { get; set; } = 15;

    /// <summary>The shortest a prompt takes. Above 0, up to 1 minute.</summary>
    public TimeSpan MinimumDuration { get; set; } = TimeSpan.FromSeconds(0.5);

    /// <summary>How long an audio file takes whose length can't be found out. Above 0, up to 1 hour.</summary>
    public TimeSpan DefaultFileDuration { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>Whether to look at audio files (http, https, file) for their length. Off: every file takes the default.</summary>
    public bool FetchFiles { get; set; } = true;

    /// <summary>How long fetching a file may take, by the real clock. Above 0, up to 1 minute.</summary>
    public TimeSpan FetchTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Addresses of files that fail to play (400/8535); <c>*</c> stands for any characters.</summary>
    public IList<string> FailingFiles { get; set; } = [];
}
