#nullable disable

using Azure.Core;
using Azure.Core.Pipeline;
using CallFlows.Protocol.Rest;
using CallFlows.Protocol.Security;

namespace Azure.Communication.CallAutomation;

/// <summary>Signs requests with an access key.</summary>
internal sealed class AccessKeyPolicy(ReadOnlyMemory<byte> accessKey) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        using MemoryStream body = new();
        message.Request.Content?.WriteTo(body, message.CancellationToken);
        Uri uri = message.Request.Uri.ToUri();
        RequestSignature signature = HmacSignature.Sign(
            accessKey.Span, message.Request.Method.Method, uri.PathAndQuery, uri.Authority, DateTimeOffset.UtcNow, body.ToArray());
        message.Request.Headers.SetValue(WireHeaders.Date, signature.Date);
        message.Request.Headers.SetValue(WireHeaders.ContentHash, signature.ContentHash);
        message.Request.Headers.SetValue(WireHeaders.Host, uri.Authority);
        message.Request.Headers.SetValue(WireHeaders.Authorization, signature.Authorization);
    }
}
