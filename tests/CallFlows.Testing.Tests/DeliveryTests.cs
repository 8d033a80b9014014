using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using CallFlows.Actions;
using CallFlows.Calls;
using CallFlows.Durable;
using CallFlows.Emulator.Phones;
using CallFlows.Flows;
using CallFlows.Testing.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.Testing.Tests;

/// <summary>What comes over the wire: calls placed by plain HTTP, deliveries that come twice, callbacks that are forged.</summary>
public sealed class DeliveryTests
{
    private const string Line = "+14255550100";
    private const string Caller = "+14255550123";

    public sealed class Greeting : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await call.PlayAsync("Welcome.");
            await incoming.Flow.WaitForSignalAsync<string>("go on");
            await call.PlayAsync("Goodbye.");
        }
    }

    [Fact]
    public async Task Call_PlacedByHttp_GoesThroughTheFlow()
    {
        await using CallFlowTestHost host = await StartAsync(new RepeatingHandler(times: 1));
        PhoneRun caller = host.Phone(Caller).Run(PhoneScript.Create().Hears("Goodbye", HearPoint.End).WaitsForHangUp());
        using HttpClient client = new();

        using HttpResponseMessage placed = await client.PostAsJsonAsync(new Uri(host.Emulator.Endpoint, $"emulator/phones/{Caller}/call"), new { to = Line });
        placed.IsSuccessStatusCode.Should().BeTrue();
        string id = await InstanceAsync(host);
        using HttpResponseMessage signalled = await client.PostAsJsonAsync(new Uri(host.Url, $"/callflows/instances/{id}/signals/go on"), "now");
        signalled.IsSuccessStatusCode.Should().BeTrue();

        (await host.RunUntilAsync(caller.Completion)).IsCompleted.Should().BeTrue();
        await host.RunUntilAsync(host.Flows.WaitAsync(id));
        string transcript = await client.GetStringAsync(new Uri(host.Url, $"/callflows/instances/{id}/transcript"));
        transcript.Should().ContainAll("Welcome.", "Goodbye.", "hangs up").And.NotContain(Caller);
    }

    [Fact]
    public async Task Deliveries_AllComeThreeTimes_HaveEffectOnce()
    {
        await using CallFlowTestHost host = await StartAsync(new RepeatingHandler(times: 3));
        PhoneRun caller = host.Phone(Caller).Run(
            PhoneScript.Create().Calls(Line).Hears("Welcome").Hears("Goodbye", HearPoint.End).WaitsForHangUp());

        string id = await InstanceAsync(host);
        await host.Flows.SignalAsync(id, "now", name: "go on");

        (await host.RunUntilAsync(caller.Completion)).IsCompleted.Should().BeTrue();
        (await host.RunUntilAsync(host.Flows.WaitAsync(id))).Outcome.Should().Be("completed");
        (await host.Orchestrations.QueryAsync(new OrchestrationQuery())).Instances.Should().ContainSingle();
        host.Phone(Caller).Heard.Should().HaveCount(2);
    }

    [Theory]
    [InlineData("no token", HttpStatusCode.Unauthorized)]
    [InlineData("forged token", HttpStatusCode.Unauthorized)]
    [InlineData("wrong secret", HttpStatusCode.Unauthorized)]
    [InlineData("malformed", HttpStatusCode.BadRequest)]
    public async Task Callback_Forged_IsRefusedAndChangesNothing(string how, HttpStatusCode expected)
    {
        RepeatingHandler handler = new(times: 1);
        await using CallFlowTestHost host = await StartAsync(handler);
        PhoneRun caller = host.Phone(Caller).Run(
            PhoneScript.Create().Calls(Line).Hears("Goodbye", HearPoint.End).WaitsForHangUp());
        string id = await InstanceAsync(host);
        string address = host.Services.GetRequiredService<ICallbackAddresses>().For(id).AbsoluteUri;
        string token = handler.LastToken!;

        using HttpRequestMessage forged = new(HttpMethod.Post, how == "wrong secret" ? address[..^4] + "AAAA" : address);
        forged.Content = new StringContent(how == "malformed" ? "[{\"id\":" : Disconnected(id), Encoding.UTF8, "application/json");
        forged.Headers.Authorization = how switch
        {
            "no token" => null,
            "forged token" => new AuthenticationHeaderValue("Bearer", token[..^6] + "AAAAAA"),
            _ => new AuthenticationHeaderValue("Bearer", token),
        };
        using HttpClient client = new();
        using HttpResponseMessage answer = await client.SendAsync(forged);

        answer.StatusCode.Should().Be(expected);
        await host.Flows.SignalAsync(id, "now", name: "go on");
        (await host.RunUntilAsync(caller.Completion)).IsCompleted.Should().BeTrue("the call goes on as if nothing had come");
    }

    [Fact]
    public async Task Call_NoRouteMatches_IsLeftToRing()
    {
        await using CallFlowTestHost host = await StartAsync(new RepeatingHandler(times: 1));

        PhoneRun caller = host.Phone(Caller).Run(PhoneScript.Create().Calls("+14255550199"));
        PhoneScriptResult result = await host.RunUntilAsync(caller.Completion);

        result.End.Should().Be(PhoneScriptEnd.CallEnded);
        (await host.Orchestrations.QueryAsync(new OrchestrationQuery())).Instances.Should().BeEmpty();
        host.Emulator.Actions.Entries.Should().BeEmpty();
    }

    private static string Disconnected(string id) => $$"""
        [{"id":"forged-{{id}}","source":"calling/callConnections/x","type":"Microsoft.Communication.CallDisconnected",
          "data":{"callConnectionId":"x","operationContext":"cf-1"},"time":"2026-01-05T09:00:00+00:00","specversion":"1.0"}]
        """;

    private static Task<CallFlowTestHost> StartAsync(RepeatingHandler handler) => CallFlowTestHost.StartAsync(
        flows => flows.Add<Greeting>(when => when.Called(Line)),
        options => options.Emulator = emulator => emulator.CreateHttpHandler = () => handler);

    /// <summary>The one flow, once it waits for its signal.</summary>
    private static async Task<string> InstanceAsync(CallFlowTestHost host)
    {
        TaskCompletionSource welcomed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Phone(Caller).Logged += (_, entry) =>
        {
            if (entry.Kind == PhoneLogKind.PromptEnded)
            {
                welcomed.TrySetResult();
            }
        };
        await host.RunUntilAsync(welcomed.Task);
        return (await host.Orchestrations.QueryAsync(new OrchestrationQuery())).Instances.Should().ContainSingle().Which.InstanceId;
    }
}
