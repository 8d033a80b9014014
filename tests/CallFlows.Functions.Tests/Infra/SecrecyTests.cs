using System.Text.RegularExpressions;
using CallFlows.Functions.Tests.Infra.Reading;

namespace CallFlows.Functions.Tests.Infra;

/// <summary>Nothing is deployed with a key: whoever needs a resource signs in to it.</summary>
public sealed partial class SecrecyTests
{
    public static TheoryData<string> Files => [.. DeploymentFiles.All.Where(file => !file.EndsWith(".md", StringComparison.Ordinal))];

    public static TheoryData<string, string> Switches => new()
    {
        { "infra/modules/communication.bicep", "disableLocalAuth: disableAccessKeys" },
        { "infra/modules/functionapp.bicep", "ftpsState: 'Disabled'" },
        { "infra/modules/functionapp.bicep", "httpsOnly: true" },
        { "infra/modules/functionapp.bicep", "minTlsVersion: '1.2'" },
        { "infra/modules/functionapp.bicep", "type: 'UserAssignedIdentity'" },
        { "infra/modules/monitoring.bicep", "DisableLocalAuth: true" },
        { "infra/modules/speech.bicep", "disableLocalAuth: true" },
        { "infra/modules/storage.bicep", "allowBlobPublicAccess: false" },
        { "infra/modules/storage.bicep", "allowSharedKeyAccess: false" },
        { "infra/modules/storage.bicep", "minimumTlsVersion: 'TLS1_2'" },
        { "infra/modules/vault.bicep", "enableRbacAuthorization: true" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void File_OfADeployment_AsksForNoKey(string file) => KeyPattern().Matches(DeploymentFiles.Text(file)).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Files))]
    public void File_OfADeployment_HoldsNothingLikeASecret(string file) => SecretPattern().Matches(DeploymentFiles.Text(file)).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Switches))]
    public void Resource_WithAWayInByKey_HasItShut(string template, string line) =>
        BicepTemplate.Load(template).Code.Split('\n').Select(text => text.Trim()).Should().Contain(line);

    [Fact]
    public void BasicPublishing_OfTheApp_IsOff()
    {
        string code = BicepTemplate.Load("infra/modules/functionapp.bicep").Code;

        foreach (string policy in (string[])["ftp", "scm"])
        {
            code.Should().MatchRegex(@$"resource {policy} 'basicPublishingCredentialsPolicies' = {{\s+name: '{policy}'\s+properties: {{\s+allow: false");
        }
    }

    [Fact]
    public void CallbackKey_OnceMade_IsKept() =>
        BicepTemplate.Load("infra/modules/vault.bicep").Code.Should().MatchRegex(
            @"@onlyIfNotExists\(\)\s+resource callbackKey 'Microsoft.KeyVault/vaults/secrets@[\d-]+' = ");

    [GeneratedRegex(
        @"\blist\w*(Keys?|Secrets?|Sas|Credentials)\w*\(|AccountKey|AccessKey=|SharedAccess|InstrumentationKey|client[-_]?secret|\bsecrets\.\w|publishing[-_]?profile",
        RegexOptions.IgnoreCase)]
    private static partial Regex KeyPattern();

    // A run of base64 as long as a key of 30 bytes or more.
    [GeneratedRegex(@"(?<![\w+/=.-])(?=[\w+/]*\d)(?=[\w+/]*[A-Z])(?=[\w+/]*[a-z])[A-Za-z0-9+/]{40,}={0,2}(?![\w+/=.-])|-----BEGIN ")]
    private static partial Regex SecretPattern();
}
