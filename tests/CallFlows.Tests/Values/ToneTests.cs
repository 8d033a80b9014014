using CallFlows.Recognition;
using FsCheck;
using FsCheck.Fluent;

namespace CallFlows.Tests.Values;

public sealed class ToneTests
{
    [Fact]
    public void Tones_AsText_ComeBackAsTheyWere() => Prop.ForAll(
        Gen.Elements(Enum.GetValues<Tone>()).ListOf().ToArbitrary(),
        tones => Tones.Parse(tones.ToText()).SequenceEqual(tones)).QuickCheckThrowOnFailure();

    [Fact]
    public void Tones_InOrder_AreTheKeysOfAPhone() => Enum.GetValues<Tone>().ToText().Should().Be("0123456789ABCD#*");

    [Fact]
    public void Parse_SmallLetters_AreKeysToo() => Tones.Parse("1a#").Should().Equal(Tone.One, Tone.A, Tone.Pound);

    [Fact]
    public void Parse_NoKey_SaysWhichAndWhere() => FluentActions.Invoking(() => Tones.Parse("12x"))
        .Should().Throw<FormatException>().WithMessage("'x' at position 2 is no key of a phone; the keys are 0123456789ABCD#*.");
}
