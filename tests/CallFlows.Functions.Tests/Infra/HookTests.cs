using CallFlows.Functions.Tests.Infra.Reading;

namespace CallFlows.Functions.Tests.Infra;

/// <summary>The hook for a shell, run with an Azure CLI of our own.</summary>
public sealed class HookTests
{
    private static readonly string Hook = DeploymentFiles.FullPath("infra/hooks/postdeploy.sh");

    private static readonly Dictionary<string, string> Variables = new()
    {
        ["AZURE_SUBSCRIPTION_ID"] = "subscription-1",
        ["AZURE_RESOURCE_GROUP"] = "rg-dev",
        ["DEAD_LETTER_CONTAINER"] = "dead-letters",
        ["EVENT_TOPIC_NAME"] = "evgt-1",
        ["FUNCTION_APP_NAME"] = "func-1",
        ["STORAGE_ACCOUNT_NAME"] = "st1",
    };

    public static TheoryData<string> VariableNames => [.. Variables.Keys];

    [Fact]
    public async Task Hook_OnceTheFunctionsAreThere_DeploysTheSubscriptions()
    {
        SkipWithoutAShell();
        using FakeAzureCli cli = new();

        (int result, _) = await cli.RunAsync(Hook, Variables);

        result.Should().Be(0);
        cli.Calls.Should().HaveCount(4);
        cli.Calls[1].Should().EndWith("--function-name IncomingCall --output none");
        cli.Calls[2].Should().EndWith("--function-name ServiceEvents --output none");
        cli.Calls[3].Should().StartWith("deployment group create --subscription subscription-1 --resource-group rg-dev ").And.EndWith(
            "/events.bicep --parameters topicName=evgt-1 functionAppName=func-1 storageAccountName=st1 deadLetterContainer=dead-letters --output none");
    }

    [Fact]
    public async Task Hook_WithoutASignIn_SaysWhatToDoAndDeploysNothing()
    {
        SkipWithoutAShell();
        using FakeAzureCli cli = new() { Account = 1 };

        (int result, string errors) = await cli.RunAsync(Hook, Variables);

        result.Should().Be(1);
        errors.Should().Contain("az login").And.Contain("subscription-1");
        cli.Calls.Should().ContainSingle();
    }

    [Fact]
    public async Task Hook_WhoseFunctionNeverComes_SaysWhichAndDeploysNothing()
    {
        SkipWithoutAShell();
        using FakeAzureCli cli = new() { Function = 3 };

        (int result, string errors) = await cli.RunAsync(Hook, Variables);

        result.Should().Be(1);
        errors.Should().Contain("no such function").And.Contain("func-1 has no function IncomingCall");
        cli.Calls.Should().HaveCount(1 + 20).And.NotContain(call => call.StartsWith("deployment", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(VariableNames))]
    public async Task Hook_WithoutAVariable_NamesItAndAsksNothing(string missing)
    {
        SkipWithoutAShell();
        using FakeAzureCli cli = new();

        (int result, string errors) = await cli.RunAsync(Hook, Variables.Where(variable => variable.Key != missing));

        result.Should().NotBe(0);
        errors.Should().Contain(missing);
        cli.Calls.Should().BeEmpty();
    }

    private static void SkipWithoutAShell() => Assert.SkipUnless(File.Exists("/bin/sh"), "There is no /bin/sh here.");
}
