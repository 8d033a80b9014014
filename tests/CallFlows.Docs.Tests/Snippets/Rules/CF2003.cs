using CallFlows.Calls;
using CallFlows.Endpoints;

namespace CallFlows.Docs.Tests.Snippets.Rules;

/// <summary>Outcomes.</summary>
internal static class CF2003
{
    private static readonly PhoneNumber Sales = CallEndpoint.Phone("+14255550190");

#pragma warning disable CF2003 // Here to show what is reported.
    public static async Task Wrong(Call call)
    {
        await call.TransferAsync(Sales);
    }
#pragma warning restore CF2003

    public static async Task Right(Call call)
    {
        TransferResult transfer = await call.TransferAsync(Sales);
        if (!transfer.Accepted)
        {
            await call.PlayAsync(transfer.Busy ? "All lines are busy." : "Nobody answers right now.");
        }
    }

    public static async Task MeantSo(Call call)
    {
        // The flow is over either way.
        _ = await call.TransferAsync(Sales);
    }
}
