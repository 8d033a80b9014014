using CallFlows.Protocol.Identifiers;
using FsCheck;
using FsCheck.Fluent;

namespace CallFlows.Protocol.Tests.Identifiers;

public sealed class CommunicationIdentifiersTests
{
    private static readonly string[] Prefixes =
    [
        "4:", "8:acs:", "8:spool:", "8:dod-acs:", "8:gcch-acs:", "8:orgid:", "8:dod:", "8:gcch:", "8:teamsvisitor:",
        "28:orgid:", "28:dod:", "28:gcch:", "48:", "",
    ];

    [Theory]
    [InlineData("8:acs:res_user", "communicationUser")]
    [InlineData("8:spool:res_user", "communicationUser")]
    [InlineData("8:spool:a_b_c", "communicationUser")]
    [InlineData("8:dod-acs:res_user", "communicationUser")]
    [InlineData("8:gcch-acs:res_user", "communicationUser")]
    [InlineData("8:acs:res_tenant_user", "teamsExtensionUser")]
    [InlineData("8:gcch-acs:res_tenant_user", "teamsExtensionUser")]
    [InlineData("4:+15551234567", "phoneNumber")]
    [InlineData("4:anonymous", "phoneNumber")]
    [InlineData("8:orgid:u1", "microsoftTeamsUser")]
    [InlineData("8:teamsvisitor:u1", "microsoftTeamsUser")]
    [InlineData("28:orgid:a1", "microsoftTeamsApp")]
    [InlineData("28:echo123", "unknown")]
    [InlineData("8:acs:", "unknown")]
    [InlineData("8:live:a:b", "unknown")]
    [InlineData("4:", "unknown")]
    public void FromRawId_OfEachForm_GivesItsKind(string rawId, string kind)
    {
        CommunicationIdentifierModel model = CommunicationIdentifiers.FromRawId(rawId);

        model.Kind.Should().Be(kind);
        model.RawId.Should().Be(rawId);
    }

    [Fact]
    public void FromRawId_OfATeamsExtensionUser_TakesItApart()
    {
        CommunicationIdentifiers.FromRawId("8:dod-acs:res_tenant_user").TeamsExtensionUser.Should().Be(
            new TeamsExtensionUserIdentifierModel { ResourceId = "res", TenantId = "tenant", UserId = "user", Cloud = "dod" });
    }

    [Theory]
    [InlineData("4:+15551234567", "+15551234567", null, null)]
    [InlineData("4:anonymous", "anonymous", true, null)]
    [InlineData("4:+15551234567_77", "+15551234567_77", null, "77")]
    [InlineData("4:+15551234567_", "+15551234567_", null, null)]
    public void FromRawId_OfANumber_TellsAnonymousAndAssertedOnes(string rawId, string value, bool? anonymous, string? assertedId)
    {
        CommunicationIdentifiers.FromRawId(rawId).PhoneNumber.Should().Be(
            new PhoneNumberIdentifierModel { Value = value, IsAnonymous = anonymous, AssertedId = assertedId });
    }

    [Theory]
    [InlineData("""{"communicationUser":{"id":"8:acs:r_u"}}""", "8:acs:r_u", "communicationUser")]
    [InlineData("""{"rawId":"4:+15551234567"}""", "4:+15551234567", "phoneNumber")]
    [InlineData("""{"phoneNumber":{"value":"+15551234567"}}""", "4:+15551234567", "phoneNumber")]
    [InlineData("""{"phoneNumber":{"isAnonymous":true}}""", "4:anonymous", "phoneNumber")]
    [InlineData("""{"kind":"unknown","microsoftTeamsUser":{"userId":"u","cloud":"gcch"}}""", "8:gcch:u", "microsoftTeamsUser")]
    [InlineData("""{"microsoftTeamsUser":{"userId":"u","isAnonymous":true}}""", "8:teamsvisitor:u", "microsoftTeamsUser")]
    [InlineData("""{"microsoftTeamsApp":{"appId":"a","cloud":"dod"}}""", "28:dod:a", "microsoftTeamsApp")]
    [InlineData("""{"teamsExtensionUser":{"userId":"u","tenantId":"t","resourceId":"r"}}""", "8:acs:r_t_u", "teamsExtensionUser")]
    [InlineData("""{"rawId":"28:echo","kind":"novelty"}""", "28:echo", "novelty")]
    public void Complete_OfAPartialIdentifier_FillsInTheRest(string json, string rawId, string kind)
    {
        CommunicationIdentifierModel? complete =
            CommunicationIdentifiers.Complete(ProtocolJson.Read<CommunicationIdentifierModel>(System.Text.Encoding.UTF8.GetBytes(json)));

        complete.Should().NotBeNull();
        complete!.RawId.Should().Be(rawId);
        complete.Kind.Should().Be(kind);
    }

    [Fact]
    public void Complete_OfNobody_IsNull()
    {
        CommunicationIdentifiers.Complete(new()).Should().BeNull();
    }

    [Fact]
    public void Write_OfAnIdentifier_PutsRawIdBeforeKind()
    {
        byte[] json = ProtocolJson.Write(CommunicationIdentifiers.FromPhoneNumber("+15551234567"));

        System.Text.Json.JsonElement read = ProtocolJson.Read<System.Text.Json.JsonElement>(json);
        read.EnumerateObject().Select(p => p.Name).Should().Equal("rawId", "kind", "phoneNumber");
    }

    [Fact]
    public void RawId_OfAnyForm_SurvivesTheRoundTripThroughItsSubObject()
    {
        Gen<string> tails = Gen.Elements("a", "a_b", "a_b_c", "a_b_c_d", "+15551234567", "anonymous", "x:y", "_", "a_", "_b", "+1_2");
        Arbitrary<string> rawIds = (from prefix in Gen.Elements(Prefixes) from tail in tails select prefix + tail).ToArbitrary();

        Prop.ForAll(rawIds, rawId =>
        {
            CommunicationIdentifierModel model = CommunicationIdentifiers.FromRawId(rawId);
            bool hasSubObject = model.Kind != IdentifierKinds.Unknown;
            return CommunicationIdentifiers.RawIdOf(model) == rawId
                && (!hasSubObject || CommunicationIdentifiers.RawIdOf(model with { RawId = null, Kind = null }) == rawId)
                && CommunicationIdentifiers.KindOf(model with { Kind = null }) == model.Kind
                && CommunicationIdentifiers.Complete(new() { RawId = rawId }) == model;
        }).QuickCheckThrowOnFailure();
    }
}
