using System.Net;
using CallFlows.Emulator.Hosting;
using CallFlows.Emulator.Switchboard;
using CallFlows.Protocol.Rest;
using CallFlows.Protocol.Security;
using Microsoft.AspNetCore.Http.Features;

namespace CallFlows.Emulator.Rest;

/// <summary>Checks that a request is signed with the emulator's access key, or bears a token that looks like one of Entra ID.</summary>
internal sealed class RequestAuthentication(EmulatorOptions options, TimeProvider time)
{
    private const string Bearer = "Bearer ";
    private const int WrongSignature = 7509;
    private const int InvalidToken = 7501;

    private readonly byte[] _key = Convert.FromBase64String(options.AccessKey);

    /// <exception cref="ServiceFault">401: the request is neither.</exception>
    public void Check(HttpContext context, ReadOnlyMemory<byte> body)
    {
        string authorization = context.Request.Headers.Authorization.ToString();
        if (authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            CheckToken(context, authorization[Bearer.Length..].Trim());
        else if (Verify(context, body) != HmacVerdict.Valid)
            throw new ServiceFault(401, WrongSignature, "HMAC-SHA256 validation failed");
    }

    private void CheckToken(HttpContext context, string token)
    {
        if (!options.AcceptEntraTokens)
            throw Refused("Tokens of Entra ID are turned off here (Emulator:AcceptEntraTokens). Sign requests with the access key.");
        if (!context.Request.IsHttps && context.Connection.RemoteIpAddress is { } client && !IPAddress.IsLoopback(client))
            throw Refused("A token of Entra ID is taken over https or from this machine only.");
        if (EntraTokens.Complaint(token, time.GetUtcNow()) is { } complaint)
            throw Refused(complaint);
    }

    private static ServiceFault Refused(string message) => new(401, InvalidToken, message);

    private HmacVerdict Verify(HttpContext context, ReadOnlyMemory<byte> body)
    {
        HttpRequest request = context.Request;
        return HmacVerifier.Verify(_key, new SignedRequest
        {
            Method = request.Method,
            RawTarget = context.Features.Get<IHttpRequestFeature>()?.RawTarget is { Length: > 0 } target
                ? target
                : $"{request.Path.ToUriComponent()}{request.QueryString.ToUriComponent()}",
            Host = SignedRequest.SignedHost(
                request.Host.Value ?? "", request.Headers[WireHeaders.ForwardedHost].FirstOrDefault() ?? request.Headers[WireHeaders.ResourceHost]),
            Date = request.Headers[WireHeaders.Date],
            ContentHash = request.Headers[WireHeaders.ContentHash],
            Authorization = request.Headers.Authorization,
            Body = body,
        });
    }
}
