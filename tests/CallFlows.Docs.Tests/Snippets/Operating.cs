using CallFlows.Engine;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.Docs.Tests.Snippets;

/// <summary>How an application bounds its engine.</summary>
public static class Operating
{
    /// <summary>Deletes flows that ended long ago, and takes on less work than by default.</summary>
    public static void AddEngineOptions(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(new EngineOptions
        {
            MaxConcurrentActivities = 64,
            MaxWaitingActivities = 10_000,
            Retention = new RetentionPolicy
            {
                DefaultAge = TimeSpan.FromDays(30),
                Ages = new Dictionary<string, TimeSpan?> { ["Reminder"] = TimeSpan.FromDays(7), ["OrderLine"] = null },
            },
        });
        builder.Services.AddCallFlowsServer();
    }
}
