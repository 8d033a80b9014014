using CallFlows.Emulator.EventGrid;
using CallFlows.Emulator.Hosting;
using CallFlows.Emulator.Media;
using CallFlows.Emulator.Phones;
using CallFlows.Emulator.Switchboard;
using CallFlows.Emulator.Tests.Harness;
using Microsoft.Extensions.Options;

namespace CallFlows.Emulator.Tests;

public sealed class OptionsTests
{
    public static TheoryData<string, string> BadSettings => new()
    {
        { "AccessKey", "Emulator:AccessKey (value not shown) must be base64 of at least 16 bytes." },
        { "Latency", "Emulator:Latency is '00:02:00'. Allowed: 00:00:00 to 00:01:00." },
        { "Attempts", "Emulator:Callbacks:MaxAttempts is '0'. Allowed: 1 to 20." },
        { "Speed", "Emulator:Prompts:CharactersPerSecond is '0'. Allowed: 1 to 10000." },
        { "Endpoint", "Emulator:EventGrid:Subscriptions:0: Endpoint is 'nowhere'. Allowed: an absolute http or https address of up to 8192 characters." },
    };

    [Theory]
    [MemberData(nameof(BadSettings))]
    public async Task Start_BadSetting_IsRefusedWithItsNameValueAndWhatIsAllowed(string which, string message)
    {
        Func<Task> start = () => CallAutomationEmulator.StartAsync(options =>
        {
            switch (which)
            {
                case "AccessKey": options.AccessKey = "short"; break;
                case "Latency": options.Latency = TimeSpan.FromMinutes(2); break;
                case "Attempts": options.Callbacks.MaxAttempts = 0; break;
                case "Speed": options.Prompts.CharactersPerSecond = 0; break;
                default:
                    options.EventGrid.Subscriptions.Add(new EventGridSubscriptionOptions { Name = "a", Endpoint = "nowhere" });
                    break;
            }
        }, cancellationToken: TestContext.Current.CancellationToken);

        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Failures.Should().Equal(message);
    }

    [Fact]
    public async Task Work_WholeCall_ReportsBusyAndEndsIdle()
    {
        await using Emulated emulated = await Emulated.StartAsync();

        await emulated.ConnectedAsync();

        emulated.Gate.Transitions.Should().BePositive();
        emulated.Gate.IsIdle.Should().BeTrue();
    }

    [Theory]
    [InlineData("+1800*", "+18005550100", true)]
    [InlineData("*", "anything", true)]
    [InlineData("a*b*c", "a-b-c", true)]
    [InlineData("a*b*c", "a-c-b", false)]
    [InlineData("ab*ba", "aba", false)]
    [InlineData("8:ACS:x", "8:acs:X", true)]
    public void Wildcard_Pattern_Matches(string pattern, string text, bool expected) =>
        Wildcard.Matches(pattern, text).Should().Be(expected);

    [Fact]
    public void WavHeader_OneSecondOfSpeech_IsMeasured()
    {
        byte[] wav = Wav(dataLength: 32000, extraChunk: 26);

        WavHeader.TryReadDuration(wav, null, out TimeSpan duration).Should().BeTrue();
        duration.Should().Be(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void WavHeader_OpenLength_IsTakenFromTheFile()
    {
        byte[] wav = Wav(dataLength: uint.MaxValue, extraChunk: 0);

        WavHeader.TryReadDuration(wav, wav.Length + 64000, out TimeSpan duration).Should().BeTrue();
        duration.Should().Be(TimeSpan.FromSeconds(2));
    }

    [Theory]
    [InlineData("")]
    [InlineData("RIFF")]
    [InlineData("RIFF....WAVEfmt ")]
    [InlineData("ID3 this is an mp3 file, more or less")]
    public void WavHeader_SomethingElse_IsNoWav(string text) =>
        WavHeader.TryReadDuration(System.Text.Encoding.ASCII.GetBytes(text), null, out _).Should().BeFalse();

    [Fact]
    public void Tones_Keys_RoundTrip()
    {
        IReadOnlyList<Tone> tones = Tones.FromKeys("0123456789abcd#*");

        string.Concat(tones.Select(Tones.ToKey)).Should().Be("0123456789ABCD#*");
        tones.Select(Tones.ToWire).Should().EndWith(["a", "b", "c", "d", "pound", "asterisk"]);
    }

    [Theory]
    [InlineData("+15551234567", "4:+15551234567")]
    [InlineData("8:acs:a_b", "8:acs:a_b")]
    [InlineData("+1555x", null)]
    [InlineData("nobody", null)]
    [InlineData("", null)]
    public void PartyId_Text_IsReadOrRefused(string text, string? rawId) =>
        (PartyId.TryParse(text, out PartyId id) ? id.RawId : null).Should().Be(rawId);

    internal static byte[] Wav(uint dataLength, int extraChunk)
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        writer.Write("RIFF"u8);
        writer.Write(0u);
        writer.Write("WAVEfmt "u8);
        writer.Write(16u);
        writer.Write((ushort)1);
        writer.Write((ushort)1);
        writer.Write(16000u);
        writer.Write(32000u);
        writer.Write((ushort)2);
        writer.Write((ushort)16);
        if (extraChunk > 0)
        {
            writer.Write("LIST"u8);
            writer.Write((uint)extraChunk);
            writer.Write(new byte[extraChunk]);
        }

        writer.Write("data"u8);
        writer.Write(dataLength);
        return stream.ToArray();
    }
}
