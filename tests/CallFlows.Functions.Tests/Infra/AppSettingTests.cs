using System.Reflection;
using System.Text.RegularExpressions;
using CallFlows.AspNetCore.Settings;
using CallFlows.Functions.Tests.Infra.Reading;

namespace CallFlows.Functions.Tests.Infra;

public sealed partial class AppSettingTests
{
    private static readonly string Code = BicepTemplate.Load("infra/modules/functionapp.bicep").Code;

    private static readonly IReadOnlyDictionary<string, string> Settings =
        SettingPattern().Matches(Code).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value);

    /// <summary>Settings that Flex Consumption has in another place, or refuses.</summary>
    public static TheoryData<string> NotOnFlexConsumption =>
    [
        "ENABLE_ORYX_BUILD",
        "FUNCTIONS_EXTENSION_VERSION",
        "FUNCTIONS_WORKER_RUNTIME",
        "SCM_DO_BUILD_DURING_DEPLOYMENT",
        "WEBSITE_CONTENTAZUREFILECONNECTIONSTRING",
        "WEBSITE_CONTENTSHARE",
        "WEBSITE_RUN_FROM_PACKAGE",
        "WEBSITE_TIME_ZONE",
    ];

    [Fact]
    public void Settings_OfTheApp_AreTheseAndNoOthers() => Settings.Keys.Should().BeEquivalentTo(
        "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
        "APPLICATIONINSIGHTS_CONNECTION_STRING",
        "AzureWebJobsStorage__blobServiceUri",
        "AzureWebJobsStorage__clientId",
        "AzureWebJobsStorage__credential",
        "CallAutomation__Gateway",
        "CallFlows__CallbackKey",
        "CallFlows__CognitiveServicesEndpoint",
        "CallFlows__Endpoint",
        "CallFlows__Jwt__Audience",
        "CallFlows__ManagedIdentityClientId",
        "CallFlows__PublicUrl",
        "DURABLE_TASK_SCHEDULER_CONNECTION_STRING",
        "Samples__ClinicNumber",
        "Samples__PatientNumber",
        "TASKHUB_NAME");

    [Fact]
    public void Setting_OfCallFlows_IsOneThatTheAppReads() =>
        Settings.Keys.Where(name => name.StartsWith("CallFlows__", StringComparison.Ordinal) && !IsRead(name)).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(NotOnFlexConsumption))]
    public void Setting_ThatFlexConsumptionHasElsewhere_IsNotThere(string name) => Settings.Keys.Should().NotContain(name);

    [Fact]
    public void CallbackKey_InTheSettings_IsAReferenceToTheVault() =>
        Settings["CallFlows__CallbackKey"].Should().Be("'@Microsoft.KeyVault(SecretUri=${callbackKeyUri})'");

    [Fact]
    public void ConnectionStrings_InTheSettings_SignInWithTheIdentity()
    {
        Settings["DURABLE_TASK_SCHEDULER_CONNECTION_STRING"].Should().EndWith(";Authentication=ManagedIdentity;ClientID=${identityClientId}'");
        Settings["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"].Should().Be("'ClientId=${identityClientId};Authorization=AAD'");
        Settings["AzureWebJobsStorage__credential"].Should().Be("'managedidentity'");
    }

    [Fact]
    public void Runtime_OfTheApp_IsThatOfTheProject() =>
        Code.Should().MatchRegex(@"runtime: {\s+name: 'dotnet-isolated'\s+version: '10\.0'");

    private static bool IsRead(string setting)
    {
        Type type = typeof(CallFlowsServerOptions);
        foreach (string part in setting.Split("__")[1..])
        {
            if (type.GetProperty(part, BindingFlags.Public | BindingFlags.Instance) is not { } property)
            {
                return false;
            }

            type = property.PropertyType;
        }

        return true;
    }

    // Names of settings have a part in capitals or two underscores; properties of resources have neither.
    [GeneratedRegex(@"(?<=[\s{])(?<name>[A-Z]\w*__\w+|[A-Z]+(_[A-Z]+)+): (?<value>'[^'\n]*'|[\w.]+)")]
    private static partial Regex SettingPattern();
}
