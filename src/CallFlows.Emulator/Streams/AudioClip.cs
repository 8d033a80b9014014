namespace CallFlows.Emulator.Streams;

/// <summary>Sound of one channel that a phone makes.</summary>
/// <param name="Duration">How long.</param>
/// <param name="At">The sample at a time after the beginning.</param>
internal sealed record AudioClip(TimeSpan Duration, Func<TimeSpan, short> At)
{
    private const double Loudness = 8000;
    private const double VoicePitch = 220;
    private static readonly TimeSpan ToneLength = TimeSpan.FromMilliseconds(100);

    private static readonly double[] Rows = [697, 770, 852, 941];
    private static readonly double[] Columns = [1209, 1336, 1477, 1633];
    private static readonly string[] Keys = ["123A", "456B", "789C", "*0#D"];

    /// <summary>A tone in place of words: whoever listens hears that somebody speaks, and how long.</summary>
    public static AudioClip Speech(TimeSpan duration) => new(duration, at => Sample(Math.Sin(2 * Math.PI * VoicePitch * at.TotalSeconds)));

    /// <summary>The two tones of a key.</summary>
    public static AudioClip Key(char key)
    {
        int row = Array.FindIndex(Keys, keys => keys.Contains(key, StringComparison.Ordinal));
        double low = Rows[row];
        double high = Columns[Keys[row].IndexOf(key, StringComparison.Ordinal)];
        return new(ToneLength, at =>
            Sample((Math.Sin(2 * Math.PI * low * at.TotalSeconds) + Math.Sin(2 * Math.PI * high * at.TotalSeconds)) / 2));
    }

    /// <summary>Samples as they are, at another rate between two of them.</summary>
    public static AudioClip Samples(short[] samples, int rate) => new(TimeSpan.FromSeconds((double)samples.Length / rate), at =>
    {
        double position = at.TotalSeconds * rate;
        int index = (int)position;
        if (index >= samples.Length - 1)
            return index < samples.Length ? samples[index] : (short)0;
        double part = position - index;
        return (short)Math.Round((samples[index] * (1 - part)) + (samples[index + 1] * part));
    });

    private static short Sample(double wave) => (short)(wave * Loudness);
}
