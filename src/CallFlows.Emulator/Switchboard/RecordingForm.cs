namespace CallFlows.Emulator.Switchboard;

/// <summary>What a recording's file is, in the words of REST.</summary>
/// <param name="Content">Sound, or pictures too.</param>
/// <param name="Channel">Mixed or not.</param>
/// <param name="Format">The kind of file.</param>
/// <param name="Channels">How many channels of sound.</param>
internal sealed record RecordingForm(string Content, string Channel, string Format, int Channels);
