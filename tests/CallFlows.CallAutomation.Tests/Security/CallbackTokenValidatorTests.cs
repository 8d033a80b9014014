using CallFlows.CallAutomation.Security;
using CallFlows.CallAutomation.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace CallFlows.CallAutomation.Tests.Security;

public sealed class CallbackTokenValidatorTests : IDisposable
{
    private readonly TokenIssuer _issuer = new();
    private readonly ManualTime _time = new();
    private readonly FakeTransport _transport;
    private readonly CallbackTokenValidator _validator;

    public CallbackTokenValidatorTests()
    {
        _transport = _issuer.CreateTransport();
        CallbackTokenOptions options = new() { MetadataAddress = new Uri(TokenIssuer.MetadataAddress), Audiences = { "other", TokenIssuer.Audience } };
        _validator = new CallbackTokenValidator(options, new HttpClient(_transport), _time, NullLogger<CallbackTokenValidator>.Instance);
    }

    [Fact]
    public async Task Token_OfTheService_IsGoodAndKeysAreFetchedOnce()
    {
        (await CheckAsync(_issuer.Create(_time.Now))).Should().Be(CallbackTokenVerdict.Valid);
        (await CheckAsync(_issuer.Create(_time.Now))).Should().Be(CallbackTokenVerdict.Valid);

        _transport.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task Tokens_CheckedAtTheSameTime_ShareOneFetch()
    {
        CallbackTokenVerdict[] verdicts = await Task.WhenAll(
            Enumerable.Repeat(_issuer.Create(_time.Now), 20).Select(token => Task.Run(() => CheckAsync(token), TestContext.Current.CancellationToken)));

        verdicts.Should().AllBeEquivalentTo(CallbackTokenVerdict.Valid);
        _transport.Requests.Should().HaveCount(2);
    }

    // The race itself shows once in some hundred processes only: see SigningKeyFetcher.
    [Fact]
    public async Task Keys_OfTheIssuer_ShareNoCacheThatThreadsCanDisposeUnderEachOther()
    {
        SigningKeyFetcher fetcher = new(new HttpClient(_transport), new Uri(TokenIssuer.MetadataAddress), _time);

        SigningKeySet keys = await fetcher.FetchAsync(TestContext.Current.CancellationToken);

        keys.Keys.Values.Should().OnlyContain(key => !key.CryptoProviderFactory.CacheSignatureProviders);
    }

    [Fact]
    public async Task Token_ForSomeoneElse_IsRefused() =>
        (await CheckAsync(_issuer.Create(_time.Now, audience: "someone-else"))).Should().Be(CallbackTokenVerdict.WrongAudience);

    [Fact]
    public async Task Token_WithoutAudience_IsRefused() =>
        (await CheckAsync(_issuer.Create(_time.Now, audience: null))).Should().Be(CallbackTokenVerdict.WrongAudience);

    [Fact]
    public async Task Token_FromSomeoneElse_IsRefused() =>
        (await CheckAsync(_issuer.Create(_time.Now, issuer: "https://evil.example"))).Should().Be(CallbackTokenVerdict.WrongIssuer);

    [Theory]
    [InlineData(-301, CallbackTokenVerdict.Valid)]
    [InlineData(-331, CallbackTokenVerdict.OutsideLifetime)]
    [InlineData(29, CallbackTokenVerdict.Valid)]
    [InlineData(31, CallbackTokenVerdict.OutsideLifetime)]
    public async Task Token_AtTheEdgesOfItsLifetime_IsGoodWithinTheSkew(int issuedSecondsFromNow, CallbackTokenVerdict verdict) =>
        (await CheckAsync(_issuer.Create(_time.Now.AddSeconds(issuedSecondsFromNow)))).Should().Be(verdict);

    [Fact]
    public async Task Token_WithAnotherSignature_IsRefused()
    {
        string[] good = _issuer.Create(_time.Now).Split('.');
        string[] other = _issuer.Create(_time.Now, audience: "someone-else").Split('.');

        (await CheckAsync($"{good[0]}.{good[1]}.{other[2]}")).Should().Be(CallbackTokenVerdict.WrongSignature);
    }

    [Fact]
    public async Task Token_WithoutSignature_IsRefused() =>
        (await CheckAsync(TokenIssuer.CreateUnsigned(_time.Now))).Should().Be(CallbackTokenVerdict.WrongAlgorithm);

    [Fact]
    public async Task Token_SignedWithThePublicKeyAsASecret_IsRefused() =>
        (await CheckAsync(_issuer.CreateWithPublicKeyAsHmacSecret(_time.Now))).Should().Be(CallbackTokenVerdict.WrongAlgorithm);

    [Fact]
    public async Task Token_WithAnotherAlgorithmThanItClaims_IsRefused() =>
        (await CheckAsync(_issuer.Create(_time.Now, algorithm: "RS512"))).Should().Be(CallbackTokenVerdict.WrongAlgorithm);

    [Theory]
    [InlineData("a.b.c.d.e")]
    [InlineData("a.b")]
    [InlineData("a")]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("!!.!!.!!")]
    [InlineData("W10.e30.AA")]
    [InlineData("bm90anNvbg.e30.AA")]
    public async Task Token_OfAnotherForm_IsRefusedWithoutFetchingKeys(string token)
    {
        (await CheckAsync(token)).Should().Be(CallbackTokenVerdict.Malformed);
        _transport.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Token_ThatIsTooLong_IsRefused() =>
        (await CheckAsync($"{new string('a', 20_000)}.b.c")).Should().Be(CallbackTokenVerdict.Malformed);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Basic abc")]
    public async Task Request_WithoutBearerToken_IsRefused(string? authorization) =>
        (await _validator.ValidateAsync(authorization, TestContext.Current.CancellationToken)).Verdict.Should().Be(CallbackTokenVerdict.Missing);

    [Fact]
    public async Task Token_OfANewKey_IsGoodAfterTheKeysAreFetchedAnew()
    {
        await CheckAsync(_issuer.Create(_time.Now));
        _issuer.AddKey("key-2");
        _time.Now += TimeSpan.FromMinutes(1);

        (await CheckAsync(_issuer.Create(_time.Now, keyId: "key-2"))).Should().Be(CallbackTokenVerdict.Valid);
        _transport.Requests.Should().HaveCount(4);
    }

    [Fact]
    public async Task Tokens_OfUnknownKeys_CannotMakeItFetchTooOften()
    {
        using TokenIssuer stranger = new();
        stranger.AddKey("stranger");
        await CheckAsync(_issuer.Create(_time.Now));

        for (int i = 0; i < 10; i++)
            (await CheckAsync(stranger.Create(_time.Now, keyId: "stranger"))).Should().Be(CallbackTokenVerdict.UnknownKey);

        _transport.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task Token_OfARemovedKey_IsRefusedWhenTheKeysHaveGrownOld()
    {
        _issuer.AddKey("key-2");
        string token = _issuer.Create(_time.Now, keyId: "key-2", lifetime: TimeSpan.FromDays(2));
        (await CheckAsync(token)).Should().Be(CallbackTokenVerdict.Valid);
        _issuer.RemoveKey("key-2");
        _time.Now += TimeSpan.FromHours(13);

        (await CheckAsync(token)).Should().Be(CallbackTokenVerdict.UnknownKey);
    }

    [Fact]
    public async Task Keys_ThatCannotBeFetched_AreToldApartFromABadToken()
    {
        _issuer.IsDown = true;
        string token = _issuer.Create(_time.Now, lifetime: TimeSpan.FromHours(1));

        (await CheckAsync(token)).Should().Be(CallbackTokenVerdict.KeysUnavailable);
        (await CheckAsync(token)).Should().Be(CallbackTokenVerdict.KeysUnavailable);
        _transport.Requests.Should().ContainSingle();

        _issuer.IsDown = false;
        _time.Now += TimeSpan.FromMinutes(1);
        (await CheckAsync(token)).Should().Be(CallbackTokenVerdict.Valid);
    }

    [Fact]
    public async Task Key_ThatIsNone_DoesNotSpoilTheOthers()
    {
        _issuer.PublishesNonsense = true;

        (await CheckAsync(_issuer.Create(_time.Now))).Should().Be(CallbackTokenVerdict.Valid);
    }

    [Fact]
    public async Task Keys_ThatCannotBeRenewed_StayInUse()
    {
        string token = _issuer.Create(_time.Now, lifetime: TimeSpan.FromDays(2));
        await CheckAsync(token);
        _issuer.IsDown = true;
        _time.Now += TimeSpan.FromHours(13);

        (await CheckAsync(token)).Should().Be(CallbackTokenVerdict.Valid);
    }

    [Theory]
    [InlineData("""{"issuer":"https://issuer.example"}""")]
    [InlineData("""{"issuer":"https://issuer.example","jwks_uri":"http://issuer.example/keys"}""")]
    [InlineData("""{"jwks_uri":"https://issuer.example/keys"}""")]
    [InlineData("""{"issuer":"https://issuer.example","jwks_uri":"https://issuer.example/keys","issuers":[]}""")]
    [InlineData("null")]
    [InlineData("<html>")]
    public async Task Metadata_ThatCannotBeUsed_GivesNoKeys(string metadata)
    {
        FakeTransport transport = new(request => FakeTransport.Json(200, request.Uri.AbsolutePath == "/keys" ? """{"keys":[{"kty":"EC","kid":"k"},null]}""" : metadata));
        CallbackTokenOptions options = new() { MetadataAddress = new Uri(TokenIssuer.MetadataAddress), Audiences = { TokenIssuer.Audience } };
        using CallbackTokenValidator validator = new(options, new HttpClient(transport), _time, NullLogger<CallbackTokenValidator>.Instance);

        CallbackTokenResult result = await validator.ValidateAsync("Bearer " + _issuer.Create(_time.Now), TestContext.Current.CancellationToken);

        result.Verdict.Should().Be(CallbackTokenVerdict.KeysUnavailable);
    }

    [Fact]
    public async Task Reason_OfARefusal_ShowsNothingOfTheToken()
    {
        string token = _issuer.Create(_time.Now, audience: "secret-audience");

        CallbackTokenResult result = await _validator.ValidateAsync("bearer " + token, TestContext.Current.CancellationToken);

        result.IsValid.Should().BeFalse();
        result.Reason.Should().NotContain("secret-audience").And.NotContain(token[..20]);
    }

    public void Dispose()
    {
        _validator.Dispose();
        _issuer.Dispose();
    }

    private async Task<CallbackTokenVerdict> CheckAsync(string token) =>
        (await _validator.ValidateAsync("Bearer " + token, TestContext.Current.CancellationToken)).Verdict;
}
