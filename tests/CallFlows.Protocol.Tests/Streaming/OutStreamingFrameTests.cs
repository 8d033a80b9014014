using System.Text;
using CallFlows.Protocol.Streaming;
using FsCheck;
using FsCheck.Fluent;

namespace CallFlows.Protocol.Tests.Streaming;

public sealed class OutStreamingFrameTests
{
    [Fact]
    public void Audio_Written_IsThatOfTheOfficialClient() => Encoding.UTF8.GetString(OutStreamingFrame.WriteAudio([1, 2, 3, 4])).Should().Be(
        """{"Kind":"AudioData","AudioData":{"Data":"AQIDBA==","Timestamp":null,"Participant":null,"IsSilent":false},"StopAudio":null}""");

    [Fact]
    public void Stop_Written_IsThatOfTheOfficialClient() => Encoding.UTF8.GetString(OutStreamingFrame.WriteStop()).Should().Be(
        """{"Kind":"StopAudio","AudioData":null,"StopAudio":{}}""");

    [Fact]
    public void Audio_OfAnyBytes_IsReadAgain() => Prop.ForAll<byte[]>(samples =>
        OutStreamingFrame.TryRead(OutStreamingFrame.WriteAudio(samples), out OutStreamingFrame frame)
        && !frame.IsStop && frame.Audio.Span.SequenceEqual(samples)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("""{"kind":"audioData","audioData":{"data":"AQI=","isSilent":false},"stopAudio":{}}""", false)]
    [InlineData("""{"kind":"stopAudio","stopAudio":{}}""", true)]
    [InlineData("""{"KIND":"STOPAUDIO","more":[1,{}]}""", true)]
    public void Frame_InAnyCase_IsRead(string json, bool isStop)
    {
        OutStreamingFrame.TryRead(Encoding.UTF8.GetBytes(json), out OutStreamingFrame frame).Should().BeTrue();

        frame.IsStop.Should().Be(isStop);
        frame.Audio.Length.Should().Be(isStop ? 0 : 2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"kind":7}""")]
    [InlineData("""{"kind":"AudioData"}""")]
    [InlineData("""{"kind":"AudioData","audioData":[]}""")]
    [InlineData("""{"kind":"AudioData","audioData":{"data":5}}""")]
    [InlineData("""{"kind":"AudioData","audioData":{"data":"?"}}""")]
    [InlineData("""{"kind":"\ud800"}""")]
    [InlineData("[[[[[[[[[[[[]]]]]]]]]]]]")]
    public void Frame_OfAnotherKind_IsNotRead(string json) =>
        OutStreamingFrame.TryRead(Encoding.UTF8.GetBytes(json), out _).Should().BeFalse();

    [Fact]
    public void Frame_OfRandomBytes_NeverThrows() => Prop.ForAll<byte[]>(bytes =>
        !OutStreamingFrame.TryRead(bytes, out OutStreamingFrame frame) || frame.IsStop || frame.Audio.Length >= 0).QuickCheckThrowOnFailure();

    [Fact]
    public void Frame_CutShort_IsNotRead()
    {
        byte[] whole = OutStreamingFrame.WriteAudio(new byte[64]);

        Enumerable.Range(0, whole.Length).Should().OnlyContain(length => !IsRead(whole, length));
    }

    private static bool IsRead(byte[] whole, int length) => OutStreamingFrame.TryRead(whole.AsMemory(0, length), out _);
}
