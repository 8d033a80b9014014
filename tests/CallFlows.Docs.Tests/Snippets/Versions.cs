using CallFlows.Calls;
using CallFlows.Flows;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.Docs.Tests.Snippets;

/// <summary>The line as it was: calls that are running stay on it.</summary>
[Flow("HelpLine")]
public sealed class FirstHelpLine : InboundCallFlow
{
    /// <inheritdoc/>
    protected override async Task RunAsync(IncomingCall incoming)
    {
        Call call = await incoming.AnswerAsync();
        await call.PlayAsync("All our people are busy. Please call again.");
    }
}

/// <summary>The line as it is: new calls get it.</summary>
[Flow("HelpLine", Version = 2)]
public sealed class HelpLine : InboundCallFlow
{
    /// <inheritdoc/>
    protected override async Task RunAsync(IncomingCall incoming)
    {
        Call call = await incoming.AnswerAsync();
        await call.PlayAsync("All our people are busy. We will call you back.");
    }
}

/// <summary>How both are named.</summary>
public static class HelpLines
{
    /// <summary>Adds both versions.</summary>
    public static void AddFlows(IServiceCollection services)
    {
        services.AddCallFlows(flows => flows
            .Add<HelpLine>(when => when.Called("+14255550100"))
            .Add<FirstHelpLine>());
    }
}
