using System.Net;
using System.Net.Http.Headers;
using Azure.Core;
using CallFlows.Emulator.Faults;
using CallFlows.Emulator.Hosting;
using CallFlows.Emulator.Phones;

namespace CallFlows.Docs.Tests.Snippets;

public sealed class EmulatingTests
{
    [Fact]
    public async Task Phones_OneCallsTheOther_DoAsTheyAreTold()
    {
        await using CallAutomationEmulator emulator = await CallAutomationEmulator.StartAsync();
        PhoneRun called = emulator.Phones.Get("+15557654321").Run(PhoneScript.Create().Answers().Says("Hello?").WaitsForHangUp());
        PhoneRun caller = emulator.Phones.Get("+15551234567").Run(PhoneScript.Create().Calls("+15557654321").Presses("12#").HangsUp());

        PhoneScriptResult result = await caller.Completion;

        result.IsCompleted.Should().BeTrue(result.ToString());
        (await called.Completion).IsCompleted.Should().BeTrue();
    }

    [Fact]
    public async Task Faults_ForOneParty_HitOnlyThem()
    {
        await using CallAutomationEmulator emulator = await CallAutomationEmulator.StartAsync();
        ActiveFault fault = emulator.Faults.Add(new FaultRule { Kind = FaultKind.Busy, Party = "+15557654321", Count = 1 });

        await emulator.Phones.Get("+15551234567").CallAsync("+15557654321");

        emulator.Phones.Get("+15551234567").State.Should().Be(PhoneState.Idle);
        emulator.Faults.Rules.Single(rule => rule.Id == fault.Id).Hits.Should().Be(1);
    }

    [Fact]
    public async Task Callback_OfACallMadeWithATokenOverHttps_IsGenuine()
    {
        TaskCompletionSource<string> callback = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using CallAutomationEmulator emulator = await CallAutomationEmulator.StartAsync(options =>
        {
            options.Https.Port = 0;
            options.CreateHttpHandler = () => new Taker(callback);
        });
        EmulatorHttps https = emulator.Https!;
        using HttpClient http = Emulating.NewTrustingClient(https.Certificate);
        AccessToken token = new Emulating.DevelopmentCredential().GetToken(new TokenRequestContext(["https://communication.azure.com/.default"]), default);
        using HttpRequestMessage create = new(HttpMethod.Post, new Uri(https.Endpoint, "calling/callConnections?api-version=2025-05-15"))
        {
            Content = JsonContent.Create(new { targets = new[] { new { rawId = "8:acs:somebody" } }, callbackUri = "https://app.example/callbacks" }),
        };
        create.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Token);

        (await http.SendAsync(create)).StatusCode.Should().Be(HttpStatusCode.Created);

        string signed = await callback.Task.WaitAsync(TimeSpan.FromSeconds(30));
        (await Emulating.IsGenuineAsync(http, https.MetadataAddress, emulator.Audience, signed)).Should().BeTrue();
        (await Emulating.IsGenuineAsync(http, https.MetadataAddress, Guid.NewGuid().ToString(), signed)).Should().BeFalse();
    }

    private sealed class Taker(TaskCompletionSource<string> callback) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            callback.TrySetResult(request.Headers.Authorization!.Parameter!);
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK));
        }
    }
}
