using System.Globalization;
using CallFlows.Protocol.Callbacks;
using FsCheck;
using FsCheck.Fluent;

namespace CallFlows.Protocol.Tests.Callbacks;

public sealed class CallbackTimeTests
{
    [Theory]
    [InlineData("2025-06-20T21:25:26.2478196Z", "2025-06-20T21:25:26.2478196+00:00")]
    [InlineData("2025-06-20T21:25:26.2478100Z", "2025-06-20T21:25:26.24781+00:00")]
    [InlineData("2025-06-20T21:25:26.0000000Z", "2025-06-20T21:25:26+00:00")]
    [InlineData("2025-06-20T23:25:26.5+02:00", "2025-06-20T21:25:26.5+00:00")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00+00:00")]
    public void Format_OfATime_DropsTrailingZerosAndWritesAnOffset(string time, string expected)
    {
        CallbackTime.Format(DateTimeOffset.Parse(time, CultureInfo.InvariantCulture)).Should().Be(expected);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("yesterday")]
    public void TryParse_OfNoTime_IsFalse(string? text)
    {
        CallbackTime.TryParse(text, out _).Should().BeFalse();
    }

    [Fact]
    public void Format_OfAnyTime_IsReadBackExactly() =>
        Prop.ForAll<long>(seed =>
        {
            long range = DateTimeOffset.MaxValue.Ticks - TimeSpan.TicksPerDay;
            DateTimeOffset time = new((long)((ulong)seed * 2654435761UL % (ulong)range), TimeSpan.Zero);
            return CallbackTime.TryParse(CallbackTime.Format(time), out DateTimeOffset read) && read == time && read.Offset == TimeSpan.Zero;
        }).QuickCheckThrowOnFailure();
}
