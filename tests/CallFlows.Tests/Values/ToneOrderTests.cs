using CallFlows.Calls;
using CallFlows.Recognition;
using FsCheck;
using FsCheck.Fluent;

namespace CallFlows.Tests.Values;

public sealed class ToneOrderTests
{
    private static readonly Gen<int[]> Deliveries =
        from count in Gen.Choose(1, 16)
        from once in Gen.Shuffle(Enumerable.Range(1, count).ToArray())
        from again in Gen.ArrayOf(Gen.Choose(1, count))
        from all in Gen.Shuffle(once.Concat(again).ToArray())
        select all;

    [Fact]
    public void Tones_InAnyOrderAndRepeated_ComeOutOnceAndInOrder() => Prop.ForAll(Deliveries.ToArbitrary(), numbers =>
    {
        ToneOrder order = new();
        foreach (int number in numbers)
        {
            order.TryAdd(number, ToneOf(number));
        }

        return !order.HasGap && Drain(order).SequenceEqual(numbers.Distinct().Order().Select(ToneOf));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Tones_WhoseGapsAreGivenUp_AllComeOutOnce() => Prop.ForAll(Deliveries.ToArbitrary(), numbers =>
    {
        ToneOrder order = new();
        foreach (int number in numbers)
        {
            order.TryAdd(number, ToneOf(number));
            order.SkipGap();
        }

        return Drain(order).Order().SequenceEqual(numbers.Distinct().Select(ToneOf).Order());
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Tone_OfTheFirstNumber_ComesAtOnce(int first)
    {
        ToneOrder order = new();

        order.TryAdd(first, Tone.Five).Should().BeTrue();

        order.HasGap.Should().BeFalse();
        Drain(order).Should().Equal(Tone.Five);
    }

    [Fact]
    public void Tone_OfALaterNumberFirst_WaitsForThoseBefore()
    {
        ToneOrder order = new();

        order.TryAdd(5, Tone.Five);
        order.HasGap.Should().BeTrue();
        Drain(order).Should().BeEmpty();
        order.SkipGap();
        Drain(order).Should().Equal(Tone.Five);

        order.TryAdd(4, Tone.Four).Should().BeTrue("late is better than never");
        order.TryAdd(5, Tone.Five).Should().BeFalse();
        order.TryAdd(6, Tone.Six).Should().BeTrue();
        Drain(order).Should().Equal(Tone.Four, Tone.Six);
    }

    private static Tone ToneOf(int number) => (Tone)(number % 16);

    private static List<Tone> Drain(ToneOrder order)
    {
        List<Tone> taken = [];
        while (order.TryTake(out Tone tone))
        {
            taken.Add(tone);
        }

        return taken;
    }
}
