using CallFlows.Endpoints;
using FsCheck;
using FsCheck.Fluent;

namespace CallFlows.Tests.Values;

public sealed class PhoneNumberMaskingTests
{
    // What may stand before a number, and how long it is at least to be seen as one there.
    private static readonly (string Before, int Digits)[] Forms =
    [
        ("+", 7), ("%2B", 7), ("%2b", 7), ("%252B", 7), ("4:+", 7), ("4:", 7), ("4%3A%2B", 7), ("4%3a", 7), ("4%253A", 7),
        ("%20", 10), ("", 10), ("tel:", 10), ("?to=", 10), ("/calls/", 10), ("(", 10),
    ];

    private static readonly Gen<string> Separators = Gen.Elements("", " ", "&", ",", "/", "\"", "\n", " ¿", "<");

    private static readonly Gen<(string Text, string Digits)> Texts =
        from form in Gen.Elements(Forms)
        from length in Gen.Choose(form.Digits, 15)
        from first in Gen.Choose(1, 9)
        from rest in Gen.Choose(0, 9).ArrayOf(length - 1)
        from words in Gen.Elements("", "call ", "from=", "4:8:acs:", "[\"", "message: ")
        from before in Separators
        from after in Separators
        from end in Gen.Elements("", ".", "now", "!", ";ext=3")
        let digits = first + string.Concat(rest)
        // A word that touches the number makes an id of it.
        where after.Length > 0 || !end.StartsWith('n')
        where words.Length == 0 || before.Length > 0 || form.Before.Length == 0 || !char.IsAsciiLetterOrDigit(form.Before[0]) || words[^1] is ' ' or '"' or '='
        select ($"{words}{before}{form.Before}{digits}{after}{end}", digits);

    [Fact]
    public void MaskIn_AnyNumberInAnyForm_ShowsItNoMore() =>
        Prop.ForAll(Texts.ToArbitrary(), text =>
        {
            string masked = PhoneNumber.MaskIn(text.Text);
            return (!masked.Contains(text.Digits, StringComparison.Ordinal) && masked.EndsWith(text.Text[^1])).Label($"'{text.Text}' became '{masked}'");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void MaskIn_WhatIsMasked_ChangesNothing() =>
        Prop.ForAll(Texts.ToArbitrary(), text =>
        {
            string masked = PhoneNumber.MaskIn(text.Text);
            return (PhoneNumber.MaskIn(masked) == masked).Label($"'{masked}' became '{PhoneNumber.MaskIn(masked)}'");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void MaskIn_AnyIdentifierOrTime_LeavesIt() =>
        Prop.ForAll(ArbMap.Default.ArbFor<Guid>(), ArbMap.Default.ArbFor<DateTime>(), (id, time) =>
        {
            string text = $"call-{id:N} {id} {time:O} {time.Ticks:D18} 0.{Math.Abs(time.Ticks)} 3.{time.Ticks % 1_000_000_000_000:D12}";
            return (PhoneNumber.MaskIn(text) == text).Label($"'{text}' became '{PhoneNumber.MaskIn(text)}'");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
}
