using CallFlows.Calls;

namespace CallFlows.Docs.Tests.Snippets.Rules;

/// <summary>Ids.</summary>
internal static class CF1002
{
#pragma warning disable CF1002 // Here to show what is reported.
    public static async Task<Guid> Wrong(Call call)
    {
        Guid ticket = Guid.NewGuid();
        await call.PlayAsync("We will call you back.");
        return ticket;
    }
#pragma warning restore CF1002

    public static async Task<Guid> Right(Call call)
    {
        Guid ticket = call.Flow.NewGuid();
        await call.PlayAsync("We will call you back.");
        return ticket;
    }
}
