using CallFlows.CallAutomation.Callbacks;
using CallFlows.CallAutomation.Security;
using FsCheck;
using FsCheck.Fluent;

namespace CallFlows.CallAutomation.Tests.Callbacks;

public sealed class CallbackAddressesTests
{
    private static readonly CallbackSecret Secret = new([.. Enumerable.Range(1, 32).Select(i => (byte)i)]);

    [Theory]
    [InlineData("https://app.example")]
    [InlineData("https://app.example/")]
    public void For_AnInstance_CarriesItsIdAndSecret(string baseUri)
    {
        new CallbackAddresses(new Uri(baseUri), Secret).For("call:a/b?c").AbsoluteUri
            .Should().Be($"https://app.example/callflows/callbacks/call%3Aa%2Fb%3Fc?secret={Secret.For("call:a/b?c")}");
    }

    [Fact]
    public void For_ABaseWithAPath_KeepsThePath()
    {
        new CallbackAddresses(new Uri("https://app.example/phone/"), Secret).For("x").AbsolutePath.Should().Be("/phone/callflows/callbacks/x");
    }

    [Fact]
    public void Constructor_WithAnUnusableBase_SaysWhatIsAllowed()
    {
        FluentActions.Invoking(() => new CallbackAddresses(new Uri("https://app.example/?a=b"), Secret))
            .Should().Throw<CallAutomationOptionsException>().WithMessage("*'https://app.example/?a=b'*without user, query or fragment*");
    }

    [Fact]
    public void Secret_OfAKnownInstance_IsTheKnownText()
    {
        Secret.For("flow-1").Should().HaveLength(43).And.MatchRegex("^[A-Za-z0-9_-]+$");
        Secret.For("flow-1").Should().Be(new CallbackSecret([.. Enumerable.Range(1, 32).Select(i => (byte)i)]).For("flow-1"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("wrong")]
    public void Secret_ThatIsWrong_IsRefused(string? secret)
    {
        Secret.IsValid("flow-1", secret).Should().BeFalse();
    }

    [Fact]
    public void Secret_OfAnyInstance_IsGoodForThatInstanceOnly() =>
        Prop.ForAll<NonEmptyString, NonEmptyString>((a, b) =>
            Secret.IsValid(a.Get, Secret.For(a.Get)) && Secret.IsValid(a.Get, Secret.For(b.Get)) == SameUtf8(a.Get, b.Get)).QuickCheckThrowOnFailure();

    [Fact]
    public void Secret_OfAnotherKey_IsRefused()
    {
        CallbackSecret other = new([.. Enumerable.Range(2, 32).Select(i => (byte)i)]);

        Secret.IsValid("flow-1", other.For("flow-1")).Should().BeFalse();
    }

    [Fact]
    public void Constructor_WithAShortKey_IsRefused()
    {
        FluentActions.Invoking(() => new CallbackSecret(new byte[31])).Should().Throw<ArgumentException>().WithMessage("*at least 32 bytes*");
    }

    private static bool SameUtf8(string a, string b) =>
        System.Text.Encoding.UTF8.GetBytes(a).AsSpan().SequenceEqual(System.Text.Encoding.UTF8.GetBytes(b));
}
