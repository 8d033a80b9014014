using System.Buffers.Binary;
using CallFlows.Emulator.Media;

namespace CallFlows.Emulator.Streams;

/// <summary>Reads the samples of a WAV file.</summary>
internal static class WavFile
{
    private const int Pcm = 1;
    private const int MaxChannels = 8;

    /// <exception cref="FormatException">It is no WAV file of 16-bit PCM.</exception>
    public static AudioClip Read(ReadOnlySpan<byte> file)
    {
        WavChunks chunks = new(file);
        if (!chunks.IsWav)
            throw new FormatException("The sound is no WAV file: it does not begin with RIFF and WAVE.");

        (int Channels, int Rate)? form = null;
        while (chunks.MoveNext())
        {
            if (chunks.Name.SequenceEqual("fmt "u8))
                form = Form(chunks.Content);
            if (chunks.Name.SequenceEqual("data"u8))
            {
                (int channels, int rate) = form ?? throw new FormatException("The WAV file has samples before it says of which form.");
                return AudioClip.Samples(Mix(chunks.Content, channels), rate);
            }
        }

        throw new FormatException("The WAV file has no samples.");
    }

    private static (int Channels, int Rate) Form(ReadOnlySpan<byte> content)
    {
        if (content.Length < 16)
            throw new FormatException("The WAV file is cut off where it says of which form it is.");
        int coding = BinaryPrimitives.ReadUInt16LittleEndian(content);
        int channels = BinaryPrimitives.ReadUInt16LittleEndian(content[2..]);
        uint rate = BinaryPrimitives.ReadUInt32LittleEndian(content[4..]);
        int bits = BinaryPrimitives.ReadUInt16LittleEndian(content[14..]);
        bool isKnown = coding == Pcm && bits == 16 && channels is > 0 and <= MaxChannels && rate is >= 8000 and <= 96000;
        return isKnown
            ? (channels, (int)rate)
            : throw new FormatException(
                $"The WAV file has coding {coding}, {bits} bits, {channels} channels and {rate} samples a second; it must be PCM (1), 16 bits, 1 to {MaxChannels} channels, 8000 to 96000.");
    }

    private static short[] Mix(ReadOnlySpan<byte> content, int channels)
    {
        short[] samples = new short[content.Length / (2 * channels)];
        for (int i = 0; i < samples.Length; i++)
        {
            int sum = 0;
            for (int channel = 0; channel < channels; channel++)
                sum += BinaryPrimitives.ReadInt16LittleEndian(content[(2 * ((i * channels) + channel))..]);
            samples[i] = (short)(sum / channels);
        }

        return samples;
    }
}
