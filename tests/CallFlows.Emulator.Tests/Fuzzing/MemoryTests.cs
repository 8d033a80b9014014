using CallFlows.Emulator.Tests.Harness;

namespace CallFlows.Emulator.Tests.Fuzzing;

/// <summary>Looks at the memory of the whole process, so nothing else may run meanwhile.</summary>
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
[Collection(nameof(MemoryTests))]
public sealed class MemoryTests
{
    private static readonly object Target = new { rawId = "4:" + Emulated.Caller };

    [Fact]
    public async Task Requests_ThatAreBig_AreNotKept()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();
        string big = new('b', 900_000);
        object[] bodies =
        [
            new { playSources = new[] { new { kind = "ssml", ssml = new { ssmlText = big } } } },
            new { playSources = new[] { Bodies.File("https://files.example/" + big) } },
            new { recognizeInputType = "choices", recognizeOptions = new { targetParticipant = Target, choices = new[] { new { label = big, phrases = new[] { "yes" } } } } },
            new { recognizeInputType = "choices", recognizeOptions = new { targetParticipant = Target, choices = new[] { new { label = "a", phrases = new[] { big } } } } },
        ];
        long before = GC.GetTotalMemory(forceFullCollection: true);

        for (int i = 0; i < 120; i++)
        {
            string path = i % bodies.Length < 2 ? $"callConnections/{id}:play" : $"callConnections/{id}:recognize";
            (await emulated.PostAsync(path, bodies[i % bodies.Length])).Status.Should().Be(400);
        }

        for (int i = 0; i < 60; i++)
        {
            (await emulated.PostAsync("callConnections", new { targets = new[] { Bodies.User("8:acs:a_b") }, callbackUri = FakeApp.CallbackUri, sourceDisplayName = big })).Status.Should().Be(400);
            (await emulated.PostAsync("callConnections", new { targets = new[] { Bodies.User("8:acs:a_b") }, callbackUri = FakeApp.CallbackUri, customCallingContext = new { voipHeaders = new { a = big } } })).Status.Should().Be(400);
            (await emulated.ControlAsync(HttpMethod.Post, "phones/+15551230001/say", new { text = big })).Status.Should().Be(400);
            (await emulated.ControlAsync(HttpMethod.Put, "eventgrid/subscriptions/app", new { endpoint = "https://a.example/", called = new[] { big } })).Status.Should().Be(400);
        }

        (GC.GetTotalMemory(forceFullCollection: true) - before).Should().BeLessThan(100_000_000, "360 requests of 0.9 MB were sent, and buffers that are lent out again may stay");
    }
}
