using CallFlows.Endpoints;
using CallFlows.Prompts;

namespace CallFlows.Samples;

/// <summary>Who is who in the samples. All numbers are of the range kept for fiction.</summary>
public static class SampleNumbers
{
    /// <summary>The clinic's line.</summary>
    public static PhoneNumber Clinic { get; } = CallEndpoint.Phone("+14255550100");

    /// <summary>The shop's line.</summary>
    public static PhoneNumber Shop { get; } = CallEndpoint.Phone("+14255550111");

    /// <summary>The shop's sales people.</summary>
    public static PhoneNumber Sales { get; } = CallEndpoint.Phone("+14255550190");

    /// <summary>Music on hold.</summary>
    public static Prompt HoldMusic { get; } = Prompt.File("https://contoso.example/audio/hold-music.wav");
}
