using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CallFlows.CallAutomation.Security;

/// <summary>Checks the bearer token that the service sends with every callback: a JWT signed with RS256 by a key of the issuer's metadata.</summary>
public sealed class CallbackTokenValidator : IDisposable
{
    private const string Scheme = "Bearer ";
    private const int MaxTokenLength = 16 * 1024;
    private readonly CallbackTokenOptions _options;
    private readonly TimeProvider _time;
    private readonly SigningKeyCache _keys;
    private readonly JsonWebTokenHandler _handler = new() { MaximumTokenSizeInBytes = MaxTokenLength };

    /// <summary>Makes a validator. Keys are fetched when the first token is checked.</summary>
    /// <param name="options">What is accepted.</param>
    /// <param name="httpClient">Fetches metadata and keys.</param>
    /// <param name="time">Says whether a token is valid now.</param>
    /// <param name="logger">Learns of keys that can't be fetched.</param>
    /// <exception cref="CallAutomationOptionsException">A setting can't be used.</exception>
    public CallbackTokenValidator(CallbackTokenOptions options, HttpClient httpClient, TimeProvider time, ILogger<CallbackTokenValidator> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(httpClient);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(logger);
        options.Validate();
        _options = options;
        _time = time;
        _keys = new SigningKeyCache(new SigningKeyFetcher(httpClient, options.MetadataAddress, time), options, time, logger);
    }

    /// <summary>Checks a token.</summary>
    /// <param name="authorization">Value of the <c>Authorization</c> header, or null.</param>
    /// <param name="cancellationToken">Stops fetching keys.</param>
    /// <returns>Good, or why not.</returns>
    public async Task<CallbackTokenResult> ValidateAsync(string? authorization, CancellationToken cancellationToken)
    {
        if (authorization is null || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return new(CallbackTokenVerdict.Missing, "There is no bearer token.");
        string token = authorization[Scheme.Length..].Trim();

        // Five parts would be an encrypted token, which the library must never see.
        if (token.Length > MaxTokenLength || token.AsSpan().Count('.') != 2)
            return new(CallbackTokenVerdict.Malformed, $"The token isn't a signed JWT of three parts and at most {MaxTokenLength} characters.");
        if (TokenHeader.Read(token.AsSpan(0, token.IndexOf('.', StringComparison.Ordinal))) is not { } header)
            return new(CallbackTokenVerdict.Malformed, "The token's header can't be read.");
        if (header.Algorithm != SecurityAlgorithms.RsaSha256)
            return new(CallbackTokenVerdict.WrongAlgorithm, "The token isn't signed with RS256.");
        if (string.IsNullOrEmpty(header.KeyId))
            return new(CallbackTokenVerdict.UnknownKey, "The token names no key.");

        SigningKeySet? keys = await _keys.GetAsync(header.KeyId, cancellationToken).ConfigureAwait(false);
        if (keys is null)
            return new(CallbackTokenVerdict.KeysUnavailable, $"The issuer's keys could not be fetched from {_options.MetadataAddress}.");
        return keys.Keys.TryGetValue(header.KeyId, out RsaSecurityKey? key)
            ? Check(token, keys.Issuer, key)
            : new(CallbackTokenVerdict.UnknownKey, "The issuer has no key of the token's key id.");
    }

    /// <inheritdoc/>
    public void Dispose() => _keys.Dispose();

    private CallbackTokenResult Check(string token, string issuer, RsaSecurityKey key)
    {
        TokenValidationResult result = _handler.ValidateToken(token, new TokenValidationParameters
        {
            ClockSkew = _options.ClockSkew,
            IssuerSigningKey = key,
            LifetimeValidator = IsValidNow,
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            ValidAudiences = _options.Audiences,
            ValidIssuer = issuer,
        });
        return result.IsValid ? new(CallbackTokenVerdict.Valid, "The token is good.") : Refuse(result.Exception);
    }

    private bool IsValidNow(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        DateTime now = _time.GetUtcNow().UtcDateTime;
        return expires is { } end && now < end + parameters.ClockSkew && (notBefore is not { } start || now >= start - parameters.ClockSkew);
    }

    // The library's own messages may show parts of the token, so they are left out.
    private static CallbackTokenResult Refuse(Exception problem) => problem switch
    {
        SecurityTokenInvalidIssuerException => new(CallbackTokenVerdict.WrongIssuer, "The token was issued by someone else."),
        SecurityTokenInvalidAudienceException => new(CallbackTokenVerdict.WrongAudience, "The token is meant for someone else; check the configured audiences."),
        SecurityTokenInvalidLifetimeException or SecurityTokenExpiredException or SecurityTokenNotYetValidException or SecurityTokenNoExpirationException =>
            new(CallbackTokenVerdict.OutsideLifetime, "The token isn't valid now."),
        SecurityTokenSignatureKeyNotFoundException or SecurityTokenInvalidSignatureException =>
            new(CallbackTokenVerdict.WrongSignature, "The token's signature is wrong."),
        _ => new(CallbackTokenVerdict.Malformed, $"The token can't be read ({problem.GetType().Name})."),
    };
}
