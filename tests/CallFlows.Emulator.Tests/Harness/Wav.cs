using System.Text;

namespace CallFlows.Emulator.Tests.Harness;

/// <summary>Makes WAV files.</summary>
internal static class Wav
{
    public static byte[] Of(short[] samples, int rate, short channels = 1, short bits = 16, short coding = 1)
    {
        using MemoryStream stream = new();
        using (BinaryWriter writer = new(stream))
        {
            writer.Write(Encoding.ASCII.GetBytes("RIFF"));
            writer.Write(36 + (samples.Length * 2));
            writer.Write(Encoding.ASCII.GetBytes("WAVEfmt "));
            writer.Write(16);
            writer.Write(coding);
            writer.Write(channels);
            writer.Write(rate);
            writer.Write(rate * channels * bits / 8);
            writer.Write((short)(channels * bits / 8));
            writer.Write(bits);
            writer.Write(Encoding.ASCII.GetBytes("data"));
            writer.Write(samples.Length * 2);
            foreach (short sample in samples)
                writer.Write(sample);
        }

        return stream.ToArray();
    }
}
