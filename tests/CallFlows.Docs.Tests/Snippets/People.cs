using CallFlows.Actions;
using CallFlows.Calls;
using CallFlows.Endpoints;
using CallFlows.Flows;

namespace CallFlows.Docs.Tests.Snippets;

/// <summary>Handing over, inviting, dialling.</summary>
public static class People
{
    private static readonly PhoneNumber Sales = CallEndpoint.Phone("+14255550190");
    private static readonly PhoneNumber Ours = CallEndpoint.Phone("+14255550111");

    /// <summary>A transfer and what came of it.</summary>
    public static async Task HandOver(Call call)
    {
        TransferResult transfer = await call.TransferAsync(Sales);
        if (!transfer.Accepted)
        {
            await call.PlayAsync(transfer.Busy ? "All lines are busy." : "Nobody answers right now.");
        }
    }

    /// <summary>Hands over with what is known of the caller.</summary>
    public static async Task<bool> HandOverWithContext(Call call, string caseNumber)
    {
        CustomCallingContext context = new CustomCallingContext().WithUserToUser(caseNumber).WithSipHeader("Tier", "gold");
        TransferResult transfer = await call.TransferAsync(Sales, customContext: context);
        return transfer.Accepted;
    }

    /// <summary>A Teams call queue calls somebody.</summary>
    public static async Task<Dialed> CallFromTeams(FlowContext flow, PhoneNumber customer, string queueId) =>
        await flow.DialAsync(new DialOptions
        {
            Targets = [customer],
            From = Ours,
            TeamsAppSource = CallEndpoint.TeamsApp(queueId),
            Intelligence = new CallIntelligenceOptions(new Uri("https://voices.cognitiveservices.azure.com/")),
        });

    /// <summary>Somebody joins, and leaves again.</summary>
    public static async Task Conference(Call call)
    {
        Invited expert = await call.AddParticipantAsync(CallEndpoint.User("8:acs:expert"), ring: TimeSpan.FromSeconds(20));
        if (expert.Joined)
        {
            await call.PlayAsync("You are three now.");
            await call.Flow.DelayAsync(TimeSpan.FromMinutes(5));
            await call.RemoveParticipantAsync(expert.Participant);
        }
    }

    /// <summary>Asks somebody, and brings them to the caller.</summary>
    public static async Task Bring(Call call, CommunicationUser agent)
    {
        Dialed dialed = await call.Flow.DialAsync(agent);
        if (dialed.Call is { } asked)
        {
            await asked.PlayAsync("A caller with a question about an invoice.");
            IReadOnlyList<Moved> moved = await call.MoveParticipantsAsync([agent], from: asked);
            await call.PlayAsync(moved[0].IsHere ? "You can talk now." : "Something went wrong. Please hold on.");
        }
    }

    /// <summary>Joins a room.</summary>
    public static async Task Announce(FlowContext flow, string roomId)
    {
        Call room = await flow.ConnectAsync(CallLocator.Room(roomId));
        await room.PlayAsync("This room closes in five minutes.");
        await room.HangUpAsync();
    }

    /// <summary>Dials and tells the outcomes apart.</summary>
    public static async Task<bool> Wake(FlowContext flow, PhoneNumber guest)
    {
        Dialed dialed = await flow.DialAsync(guest, from: Ours, ring: TimeSpan.FromSeconds(30));
        if (!dialed.Answered)
        {
            flow.Logger.NotReached(guest, dialed.Outcome);
            return false;
        }

        await dialed.Call.PlayAsync("Good morning. It is seven o'clock.");
        await dialed.Call.HangUpAsync();
        return true;
    }
}
