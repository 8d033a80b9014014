using System.Buffers.Text;
using System.Text;
using CallFlows.Emulator.Tests.Harness;
using FsCheck.Fluent;

namespace CallFlows.Emulator.Tests;

public sealed class EntraTokenTests
{
    private const string Audience = "https://communication.azure.com";

    [Theory]
    [InlineData("\"https://communication.azure.com\"")]
    [InlineData("\"https://communication.azure.com/\"")]
    [InlineData("[\"https://elsewhere.example\",\"https://communication.azure.com//\"]")]
    public async Task Token_OfTheRightShape_IsTaken(string audience)
    {
        await using Emulated emulated = await Emulated.StartAsync();

        RestReply reply = await GetAsync(emulated, Token($$"""{"aud":{{audience}},"exp":{{In(emulated, 60)}},"nbf":{{In(emulated, 200)}}}"""));

        reply.Status.Should().Be(404, "the token is good, and there is no such call");
    }

    [Theory]
    [InlineData("""{"aud":"https://graph.microsoft.com","exp":9999999999}""", "The token's audience ('aud') is not https://communication.azure.com. Ask for the scope https://communication.azure.com/.default.")]
    [InlineData("""{"exp":9999999999}""", "The token's audience ('aud') is not https://communication.azure.com.*")]
    [InlineData("""{"aud":"\ud800","exp":9999999999}""", "The token's audience ('aud') is not https://communication.azure.com.*")]
    [InlineData("""{"aud":"https://communication.azure.com"}""", "The token doesn't say when it expires*")]
    [InlineData("""{"aud":"https://communication.azure.com","exp":"soon"}""", "The token doesn't say when it expires*")]
    [InlineData("""{"aud":"https://communication.azure.com","exp":1}""", "The token has expired ('exp'): the emulator's clock is at *")]
    [InlineData("""{"aud":"https://communication.azure.com","exp":1e300,"nbf":9e99}""", "The token is not valid yet ('nbf'): the emulator's clock is at *")]
    [InlineData("""["https://communication.azure.com"]""", "The token is not a JWT: a part of it is not base64url, or not a JSON object.")]
    [InlineData("not json", "The token is not a JWT:*")]
    public async Task Token_OfAnotherShape_IsUnauthorizedAndSaysWhy(string claims, string message)
    {
        await using Emulated emulated = await Emulated.StartAsync();

        RestReply reply = await GetAsync(emulated, Token(claims));

        reply.Status.Should().Be(401);
        reply.ErrorCode.Should().Be("7501");
        reply.ErrorMessage.Should().Match(message);
    }

    [Fact]
    public async Task Token_ExpiresOnTheEmulatorsClock()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string token = Token($$"""{"aud":"{{Audience}}","exp":{{In(emulated, 60)}}}""");

        RestReply before = await GetAsync(emulated, token);
        await emulated.RunAsync(60);
        RestReply after = await GetAsync(emulated, token);

        (before.Status, after.Status).Should().Be((404, 401));
    }

    [Fact]
    public async Task Token_TurnedOff_IsUnauthorized()
    {
        await using Emulated emulated = await Emulated.StartAsync(options => options.AcceptEntraTokens = false);

        RestReply reply = await GetAsync(emulated, Token($$"""{"aud":"{{Audience}}","exp":{{In(emulated, 60)}}}"""));

        reply.Status.Should().Be(401);
        reply.ErrorMessage.Should().Be("Tokens of Entra ID are turned off here (Emulator:AcceptEntraTokens). Sign requests with the access key.");
        (await emulated.GetAsync("callConnections/unknown")).Status.Should().Be(404, "the key still works");
    }

    [Fact]
    public async Task Token_AnyText_IsNeverMoreThanUnauthorized()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string good = Token($$"""{"aud":"{{Audience}}","exp":{{In(emulated, 60)}}}""");
        var tokens =
            from at in Gen.Choose(0, good.Length)
            from length in Gen.Choose(0, 20)
            from insert in Gen.Elements("", ".", "..", "e30", "e30.", "W10", "====", "%", "\"", "AAAA", new string('a', 17_000))
            select good[..at] + insert + good[Math.Min(at + length, good.Length)..];

        foreach (string token in tokens.Sample(200, 200))
        {
            RestReply reply = await GetAsync(emulated, token);

            reply.Status.Should().BeOneOf([401, 404], token);
            reply.Text.Should().NotContain(token.Length > 40 ? token[..40] : token, "a token is never shown");
        }
    }

    private static long In(Emulated emulated, int seconds) => emulated.Time.GetUtcNow().AddSeconds(seconds).ToUnixTimeSeconds();

    private static string Token(string claims) => $"{Part("""{"alg":"RS256","typ":"JWT"}""")}.{Part(claims)}.{Part("signature")}";

    private static string Part(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private static Task<RestReply> GetAsync(Emulated emulated, string token) => emulated.SendAsync(
        HttpMethod.Get, "callConnections/unknown", null, change: request =>
        {
            request.Headers.Remove("Authorization");
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        });
}
