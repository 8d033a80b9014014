using System.Net;
using System.Text.Json;
using CallFlows.Emulator.EventGrid;
using CallFlows.Emulator.Hosting;
using CallFlows.Emulator.Phones;
using CallFlows.Emulator.Tests.Harness;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CallFlows.Emulator.Tests;

public sealed class DeliveryTests
{
    [Fact]
    public async Task Callback_Token_IsSignedByThePublishedKeyForTheResource()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        await emulated.ConnectedAsync();
        using HttpClient http = new();
        JsonElement metadata = JsonDocument.Parse(await http.GetStringAsync(emulated.Emulator.MetadataAddress, TestContext.Current.CancellationToken)).RootElement;
        string keys = await http.GetStringAsync(metadata.GetProperty("jwks_uri").GetString(), TestContext.Current.CancellationToken);

        ReceivedCallback callback = emulated.App.Callbacks[0];
        TokenValidationResult result = new JsonWebTokenHandler().ValidateToken(callback.Token, new TokenValidationParameters
        {
            IssuerSigningKeys = new JsonWebKeySet(keys).GetSigningKeys(),
            ValidIssuer = metadata.GetProperty("issuer").GetString(),
            ValidAudience = EmulatorOptions.DevelopmentResourceId,
            LifetimeValidator = (notBefore, expires, _, _) => notBefore <= callback.At.UtcDateTime
                && callback.At.UtcDateTime.AddMinutes(5) - expires < TimeSpan.FromSeconds(1),
        });

        result.IsValid.Should().BeTrue(result.Exception?.Message);
        ((JsonWebToken)result.SecurityToken).Alg.Should().Be("RS256");
    }

    [Fact]
    public async Task Callback_ServerError_IsTriedAgainAndKeepsTheOrder()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        emulated.App.AnswerCallback = _ => emulated.App.Callbacks.Count <= 2 ? HttpStatusCode.ServiceUnavailable : null;
        emulated.Phone().OnRing(RingBehavior.Answer(TimeSpan.Zero));

        await emulated.PostAsync("callConnections", Bodies.Create(Bodies.Number(Emulated.Caller)));
        await emulated.RunAsync(10);

        ReceivedCallback[] received = emulated.App.Callbacks.ToArray();
        received.Should().HaveCount(4);
        received.Take(3).Select(callback => callback.Event.GetProperty("id").GetString()).Distinct().Should().ContainSingle();
        (received[1].At - received[0].At).Should().Be(TimeSpan.FromSeconds(1));
        (received[2].At - received[1].At).Should().Be(TimeSpan.FromSeconds(2));
        received[3].Name.Should().NotBe(received[0].Name);
    }

    [Fact]
    public async Task Callback_NeverTaken_IsGivenUpAfterTheMostAttempts()
    {
        await using Emulated emulated = await Emulated.StartAsync(options => options.Callbacks.MaxAttempts = 3);
        emulated.App.AnswerCallback = callback => callback.Name == "CallConnected" ? HttpStatusCode.BadGateway : null;
        emulated.Phone().OnRing(RingBehavior.Answer(TimeSpan.Zero));

        await emulated.PostAsync("callConnections", Bodies.Create(Bodies.Number(Emulated.Caller)));
        await emulated.RunAsync(100);

        emulated.App.Callbacks.Count(callback => callback.Name == "CallConnected").Should().Be(3);
        emulated.App.Callbacks.Count(callback => callback.Name == "ParticipantsUpdated").Should().Be(1);
    }

    [Fact]
    public async Task Callback_ClientError_IsNotTriedAgain()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        emulated.App.AnswerCallback = _ => HttpStatusCode.NotFound;
        emulated.Phone().OnRing(RingBehavior.Answer(TimeSpan.Zero));

        await emulated.PostAsync("callConnections", Bodies.Create(Bodies.Number(Emulated.Caller)));
        await emulated.RunAsync(100);

        emulated.App.Callbacks.Should().HaveCount(2);
    }

    [Fact]
    public async Task EventGrid_ServerError_IsTriedAgainLater()
    {
        await using Emulated emulated = await Emulated.StartWithAppAsync();
        emulated.App.AnswerEventGrid = request =>
            request.Headers["aeg-delivery-count"] == "1" ? HttpStatusCode.InternalServerError : null;

        await emulated.Phone().CallAsync(Emulated.AppNumber);
        await emulated.RunAsync(30);

        ReceivedRequest[] deliveries = emulated.App.EventGrid.Where(request => request.Type == "Notification").ToArray();
        deliveries.Should().HaveCount(2);
        (deliveries[1].At - deliveries[0].At).Should().Be(TimeSpan.FromSeconds(10));
        emulated.App.IncomingCalls.Should().ContainSingle();
    }

    [Fact]
    public async Task EventGrid_EndpointDoesNotConsent_GetsNothingUntilItDoes()
    {
        await using Emulated emulated = await Emulated.StartWithAppAsync();
        emulated.App.Consents = false;
        await emulated.ControlAsync(HttpMethod.Put, "eventgrid/subscriptions/app", new
        {
            endpoint = FakeApp.EventGridUri,
            called = new[] { Emulated.AppNumber },
        });

        await emulated.Phone().CallAsync(Emulated.AppNumber);
        await emulated.RunAsync(5);
        emulated.App.IncomingCalls.Should().BeEmpty();
        emulated.App.Consents = true;
        await emulated.RunAsync(10);

        emulated.App.IncomingCalls.Should().ContainSingle();
    }

    [Fact]
    public async Task EventGrid_ValidationAddressVisited_ActivatesTheSubscription()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        emulated.App.Consents = false;
        await emulated.ControlAsync(HttpMethod.Put, "eventgrid/subscriptions/late", new { endpoint = FakeApp.EventGridUri });
        string address = emulated.App.EventGrid[^1].Body[0].GetProperty("data").GetProperty("validationUrl").GetString()!;
        using HttpClient http = new();

        string answer = await http.GetStringAsync(address, TestContext.Current.CancellationToken);

        answer.Should().Contain("\"state\":\"active\"");
    }

    [Theory]
    [InlineData(1, HttpStatusCode.InternalServerError, 10)]
    [InlineData(2, HttpStatusCode.InternalServerError, 30)]
    [InlineData(1, HttpStatusCode.NotFound, 300)]
    [InlineData(1, HttpStatusCode.RequestTimeout, 120)]
    [InlineData(1, HttpStatusCode.ServiceUnavailable, 30)]
    [InlineData(5, HttpStatusCode.ServiceUnavailable, 600)]
    public void EventGridRetry_AfterAttempts_WaitsAsDocumented(int attempts, HttpStatusCode status, int seconds) =>
        EventGridRetry.DelayAfter(attempts, status).Should().Be(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.RequestEntityTooLarge)]
    public void EventGridRetry_FinalStatus_Drops(HttpStatusCode status) => EventGridRetry.DelayAfter(1, status).Should().BeNull();
}
