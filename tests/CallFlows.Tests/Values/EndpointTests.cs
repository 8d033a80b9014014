using CallFlows.Durable;
using CallFlows.Endpoints;
using FsCheck;
using FsCheck.Fluent;

namespace CallFlows.Tests.Values;

public sealed class EndpointTests
{
    private static readonly Gen<string> Digits =
        Gen.Choose(0, 9).Select(digit => digit.ToString(System.Globalization.CultureInfo.InvariantCulture)).ListOf().Select(string.Concat);

    private static readonly Gen<string> E164 =
        from first in Gen.Choose(1, 9)
        from rest in Digits.Where(digits => digits.Length is >= 1 and <= 14)
        select $"+{first}{rest}";

    private static readonly Gen<string> Id =
        Gen.Elements("abcdef0123456789-".ToCharArray()).NonEmptyListOf().Select(letters => string.Concat(letters)).Where(id => id.Length < 200);

    private static readonly Gen<CallEndpoint> Endpoints = Gen.OneOf(
        E164.Select(CallEndpoint (number) => CallEndpoint.Phone(number)),
        Digits.Where(digits => digits.Length > 0).Select(digits => CallEndpoint.Parse($"4:{digits}")),
        Id.Select(CallEndpoint (id) => CallEndpoint.User($"8:acs:{id}_{id}")),
        Id.Select(CallEndpoint (id) => new TeamsUser(id)),
        Id.Select(CallEndpoint (id) => new TeamsUser(id, TeamsCloud.Dod)),
        Id.Select(CallEndpoint (id) => new TeamsUser(id, TeamsCloud.Gcch)),
        Id.Select(CallEndpoint (id) => new TeamsUser(id, TeamsCloud.Public, isAnonymous: true)),
        Id.Select(CallEndpoint (id) => new TeamsApp(id)),
        Id.Select(CallEndpoint (id) => new TeamsApp(id, TeamsCloud.Dod)),
        Id.Select(CallEndpoint (id) => new TeamsApp(id, TeamsCloud.Gcch)),
        Id.Select(CallEndpoint (id) => new UnknownEndpoint($"28:{id}")));

    private sealed record Holder(CallEndpoint Any);

    [Fact]
    public void Endpoint_OfAnyKind_SurvivesItsRawId() => Prop.ForAll(Endpoints.ToArbitrary(), endpoint =>
    {
        CallEndpoint again = CallEndpoint.Parse(endpoint.RawId);
        again.Should().Be(endpoint);
        again.GetType().Should().Be(endpoint.GetType());
        again.Should().BeEquivalentTo(endpoint, options => options.RespectingRuntimeTypes().ComparingByMembers<CallEndpoint>());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Endpoint_OfAnyKind_SurvivesJson() => Prop.ForAll(Endpoints.ToArbitrary(), endpoint =>
    {
        CallEndpoint again = Payload.From(new Holder(endpoint)).To<Holder>()!.Any;
        again.Should().Be(endpoint);
        again.GetType().Should().Be(endpoint.GetType());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Phone_Shown_NeverGivesTheNumberAway() => Prop.ForAll(E164.ToArbitrary(), number =>
        new[] { CallEndpoint.Phone(number), CallEndpoint.Parse($"4:{number}"), CallEndpoint.Parse($"4:{number[1..]}") }.All(phone =>
            !phone.ToString().Contains(number[1..], StringComparison.Ordinal))).QuickCheckThrowOnFailure();

    [Fact]
    public void Unknown_Shown_HidesAtLeastHalfOfWhatIdentifies() => Prop.ForAll(
        Gen.Choose(2, 30).Select(length => new string('7', length)).ToArbitrary(), digits =>
            CallEndpoint.Parse(digits).ToString().Count(c => c == '7') <= (digits.Length + 1) / 2
            && CallEndpoint.Parse($"9:{digits}").ToString().Count(c => c == '7') <= (digits.Length + 1) / 2).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("+14255550123", "+1425•••0123")]
    [InlineData("4:anonymous", "anonymous")]
    [InlineData("8:acs:resource_user", "8:acs:…user")]
    public void Endpoint_Shown_CanBeToldFromOthers(string text, string shown) => CallEndpoint.Parse(text).ToString().Should().Be(shown);

    [Theory]
    [InlineData("+14255550123", typeof(PhoneNumber))]
    [InlineData("4:+14255550123", typeof(PhoneNumber))]
    [InlineData("4:anonymous", typeof(PhoneNumber))]
    [InlineData("8:acs:a_b", typeof(CommunicationUser))]
    [InlineData("8:gcch-acs:a_b", typeof(CommunicationUser))]
    [InlineData("8:acs:a_b_c", typeof(UnknownEndpoint))]
    [InlineData("8:orgid:a", typeof(TeamsUser))]
    [InlineData("28:orgid:a", typeof(TeamsApp))]
    [InlineData("8:orgid:", typeof(UnknownEndpoint))]
    [InlineData("somebody", typeof(UnknownEndpoint))]
    public void Parse_ARawId_GivesItsKind(string text, Type kind) => CallEndpoint.Parse(text).Should().BeOfType(kind);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    public void Parse_Nothing_IsRefused(string? text)
    {
        CallEndpoint.TryParse(text, out CallEndpoint? endpoint).Should().BeFalse();
        endpoint.Should().BeNull();
    }

    [Fact]
    public void Parse_TooLong_IsRefusedWithAClearMessage() => FluentActions.Invoking(() => CallEndpoint.Parse(new string('a', 513)))
        .Should().Throw<FormatException>().WithMessage("An endpoint is 1 to 512 characters*");

    [Theory]
    [InlineData("14255550123")]
    [InlineData("+04255550123")]
    [InlineData("+1")]
    [InlineData("+1425555012345678")]
    [InlineData("+1425 5550123")]
    public void Phone_NotE164_IsRefusedWithAClearMessage(string number) => FluentActions.Invoking(() => CallEndpoint.Phone(number))
        .Should().Throw<FormatException>().WithMessage("A phone number must be in E.164*");

    [Fact]
    public void Phone_Anonymous_IsKnownAsSuch()
    {
        CallEndpoint.Parse("4:anonymous").Should().BeOfType<PhoneNumber>().Which.IsAnonymous.Should().BeTrue();
        CallEndpoint.Phone("+14255550123").IsAnonymous.Should().BeFalse();
    }

    [Fact]
    public void Json_OfAnotherKind_IsRefusedWithAClearMessage() =>
        FluentActions.Invoking(() => Payload.From("8:acs:a_b").To<PhoneNumber>())
            .Should().Throw<System.Text.Json.JsonException>().WithMessage("The endpoint is a CommunicationUser, not a PhoneNumber.*");

    [Theory]
    [InlineData("17")]
    [InlineData("\"\"")]
    public void Json_ThatIsNoEndpoint_IsRefusedWithAClearMessage(string json) =>
        FluentActions.Invoking(() => Payload.Parse(json).To<CallEndpoint>())
            .Should().Throw<System.Text.Json.JsonException>().WithMessage("An endpoint must be a string such as*");
}
