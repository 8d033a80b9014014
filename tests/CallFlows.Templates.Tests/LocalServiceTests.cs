using ContosoLine.Emulation;
using Microsoft.AspNetCore.Builder;

namespace CallFlows.Templates.Tests;

public sealed class LocalServiceTests
{
    [Theory]
    [InlineData("Development", "", true)]
    [InlineData("Development", "--CallFlows:ConnectionString=endpoint=https://contoso.example/;accesskey=c2VjcmV0", false)]
    [InlineData("Development", "--CallFlows:Endpoint=https://contoso.example/", false)]
    [InlineData("Production", "", false)]
    public void LocalService_ByEnvironmentAndSettings_IsNeededOnlyWhereNothingElseIsThere(string environment, string setting, bool needed)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { EnvironmentName = environment, Args = setting.Length == 0 ? [] : [setting] });

        LocalService.IsNeeded(builder).Should().Be(needed);
    }
}
