using CallFlows.Emulator.Hosting;
using CallFlows.Protocol.Rest;
using CallFlows.Protocol.Security;
using Microsoft.AspNetCore.Http.Features;

namespace CallFlows.Emulator.Rest;

/// <summary>Checks that a request is signed with the emulator's access key.</summary>
internal sealed class RequestSigning(EmulatorOptions options)
{
    private readonly byte[] _key = Convert.FromBase64String(options.AccessKey);

    public HmacVerdict Verify(HttpContext context, ReadOnlyMemory<byte> body)
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
