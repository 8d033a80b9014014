using System.Text.Json;
using CallFlows.Emulator.Phones;

namespace CallFlows.Emulator.Tests.Harness;

/// <summary>Openings that many stories share.</summary>
internal static class Scenes
{
    /// <summary>The app has called a phone, which answered.</summary>
    public static async Task<string> ConnectedAsync(this Emulated emulated)
    {
        emulated.Phone().OnRing(RingBehavior.Answer(TimeSpan.FromSeconds(1)));
        RestReply created = await emulated.PostAsync("callConnections", Bodies.Create(Bodies.Number(Emulated.Caller)));
        created.Status.Should().Be(201, created.Text);
        await emulated.RunAsync(2);
        string id = created.Body.GetProperty("callConnectionId").GetString()!;
        emulated.App.EventsOf(id).Should().BeEquivalentTo("CallConnected", "ParticipantsUpdated");
        return id;
    }

    /// <summary>A phone has called the app, which answered.</summary>
    public static async Task<string> AnsweredAsync(this Emulated emulated)
    {
        JsonElement incoming = await emulated.IncomingAsync();
        RestReply answered = await emulated.PostAsync(
            "callConnections:answer", Bodies.Answer(incoming.GetProperty("incomingCallContext").GetString()!));
        answered.Status.Should().Be(200, answered.Text);
        await emulated.RunAsync(1);
        return answered.Body.GetProperty("callConnectionId").GetString()!;
    }

    /// <summary>A phone calls the app.</summary>
    public static async Task<JsonElement> IncomingAsync(this Emulated emulated, string target = Emulated.AppNumber)
    {
        await emulated.Phone().CallAsync(target, "Ada");
        await emulated.RunAsync(0.1);
        return emulated.App.IncomingCalls[^1];
    }
}
