using CallFlows.Emulator.Streams;
using CallFlows.Emulator.Tests.Harness;
using FsCheck;
using FsCheck.Fluent;

namespace CallFlows.Emulator.Tests;

public sealed class WavFileTests
{
    [Fact]
    public void File_OfTwoChannels_IsMixedToOne()
    {
        AudioClip clip = WavFile.Read(Wav.Of([100, 300, -100, -300], 8000, channels: 2));

        clip.Duration.Should().Be(TimeSpan.FromSeconds(2.0 / 8000));
        clip.At(TimeSpan.Zero).Should().Be(200);
        clip.At(TimeSpan.FromSeconds(1.0 / 8000)).Should().Be(-200);
    }

    [Fact]
    public void File_OfAnotherRate_IsReadBetweenItsSamples() =>
        WavFile.Read(Wav.Of([0, 1000], 8000)).At(TimeSpan.FromSeconds(0.5 / 8000)).Should().BeInRange(480, 520);

    public static TheoryData<byte[], string> Bad() => new()
    {
        { [], "RIFF" },
        { Wav.Of([1], 16000, bits: 8), "8 bits" },
        { Wav.Of([1], 16000, coding: 3), "coding 3" },
        { Wav.Of([1], 1000), "1000 samples a second" },
        { Wav.Of([1], 16000, channels: 0), "0 channels" },
        { Wav.Of([1], 16000)[..30], "" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void File_ThatCannotBeRead_IsRefused(byte[] file, string reason) =>
        FluentActions.Invoking(() => WavFile.Read(file)).Should().Throw<FormatException>().WithMessage($"*{reason}*");

    [Fact]
    public void File_CutOrChanged_IsReadOrRefused() => Prop.ForAll<ushort, byte, ushort>((at, value, length) =>
    {
        byte[] file = Wav.Of([1, 2, 3, 4, 5, 6, 7, 8], 16000);
        file[at % file.Length] = value;
        try
        {
            AudioClip clip = WavFile.Read(file.AsSpan(0, length % (file.Length + 1)));
            clip.At(TimeSpan.Zero);
            clip.At(clip.Duration);
        }
        catch (FormatException exception)
        {
            exception.Message.Should().NotBeEmpty();
        }
    }).QuickCheckThrowOnFailure();
}
