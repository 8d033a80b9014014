using System.Text;
using CallFlows.Protocol.Security;
using FsCheck;
using FsCheck.Fluent;

namespace CallFlows.Protocol.Tests.Security;

public sealed class HmacTests
{
    private static readonly byte[] Key = Convert.FromBase64String("bG9jYWwtZW11bGF0b3ItdGVzdC1rZXktMDEyMzQ1Njc4OWFiY2RlZg==");
    private static readonly DateTimeOffset Date = new(2025, 3, 4, 10, 20, 30, TimeSpan.Zero);

    [Theory]
    [InlineData("POST", "/calling/callConnections?api-version=2025-05-15", "localhost:8080", """{"a":1}""",
        "AVq9f1zFei3ZS3WQ8ErYCEJzkF7jPsXOvq5iJ2qX+GI=", "9iGSTfSbVqZIxne9YFbvy/sCLhOFIXln5ggNZdvxglk=")]
    [InlineData("GET", "/calling/callConnections/abc/participants/4%3A%2B15551234567?api-version=2025-05-15", "contoso.communication.azure.com", "",
        "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", "suId9M9qGxFBZ/OGwOps9VWl9pYfv7sfMbobm54TzEo=")]
    public void Sign_OfKnownRequests_GivesTheKnownSignatures(string method, string target, string host, string body, string hash, string signature)
    {
        RequestSignature signed = HmacSignature.Sign(Key, method, target, host, Date, Encoding.UTF8.GetBytes(body));

        signed.Date.Should().Be("Tue, 04 Mar 2025 10:20:30 GMT");
        signed.ContentHash.Should().Be(hash);
        signed.Authorization.Should().Be($"HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature={signature}");
    }

    [Fact]
    public void Verify_OfASignedRequest_IsValid()
    {
        HmacVerifier.Verify(Key, Signed("/calling/recordings?api-version=1", "body")).Should().Be(HmacVerdict.Valid);
    }

    [Fact]
    public void Verify_OfAQueryThatWasSignedFormEncoded_IsValid()
    {
        // The client sends "a b" as %20 and ':' as it is, and signs '+' and %3A.
        SignedRequest signed = Signed("/calling/x?name=a+b&time=1%3A2&flag=", "");

        HmacVerifier.Verify(Key, signed with { RawTarget = "/calling/x?name=a%20b&time=1:2&flag" }).Should().Be(HmacVerdict.Valid);
    }

    [Fact]
    public void Verify_OfChangedRequests_SaysWhatIsWrong()
    {
        SignedRequest signed = Signed("/calling/x?api-version=1", "body");

        HmacVerifier.Verify(Key, signed with { Body = "Body"u8.ToArray() }).Should().Be(HmacVerdict.WrongContentHash);
        HmacVerifier.Verify(Key, signed with { RawTarget = "/calling/y?api-version=1" }).Should().Be(HmacVerdict.WrongSignature);
        HmacVerifier.Verify(Key, signed with { Host = "elsewhere" }).Should().Be(HmacVerdict.WrongSignature);
        HmacVerifier.Verify(Key, signed with { Method = "PUT" }).Should().Be(HmacVerdict.WrongSignature);
        HmacVerifier.Verify(Key, signed with { Date = "Tue, 04 Mar 2025 10:20:31 GMT" }).Should().Be(HmacVerdict.WrongSignature);
        HmacVerifier.Verify(Key, signed with { Authorization = "Bearer abc" }).Should().Be(HmacVerdict.MalformedAuthorization);
        HmacVerifier.Verify(Key, signed with { Authorization = null }).Should().Be(HmacVerdict.MissingHeader);
        HmacVerifier.Verify(Key, signed with { Date = null }).Should().Be(HmacVerdict.MissingHeader);
        HmacVerifier.Verify(Key, signed with { ContentHash = null }).Should().Be(HmacVerdict.MissingHeader);
    }

    [Theory]
    [InlineData("localhost:8080", null, "localhost:8080")]
    [InlineData("localhost:8080", "", "localhost:8080")]
    [InlineData("localhost:8080", "contoso.communication.azure.com", "contoso.communication.azure.com")]
    [InlineData("localhost:8080", "contoso.communication.azure.com:444", "contoso.communication.azure.com:444")]
    [InlineData("localhost:8080", "https://contoso.communication.azure.com/", "contoso.communication.azure.com")]
    public void SignedHost_OfAForwardedRequest_IsTheResources(string host, string? forwarded, string expected)
    {
        SignedRequest.SignedHost(host, forwarded).Should().Be(expected);
    }

    [Fact]
    public void Verify_OfAnySignedRequest_IsValidWithItsKeyAndWrongWithAnother() =>
        Prop.ForAll<NonEmptyArray<byte>, NonEmptyString, byte[]>((key, text, body) =>
        {
            string target = "/calling/" + Uri.EscapeDataString(string.Concat(text.Get.EnumerateRunes())) + "?api-version=1";
            SignedRequest signed = Signed(target, body ?? [], key.Get);
            byte[] otherKey = [.. key.Get, 1];
            return HmacVerifier.Verify(key.Get, signed) == HmacVerdict.Valid
                && HmacVerifier.Verify(otherKey, signed) == HmacVerdict.WrongSignature;
        }).QuickCheckThrowOnFailure();

    private static SignedRequest Signed(string target, string body) => Signed(target, Encoding.UTF8.GetBytes(body), Key);

    private static SignedRequest Signed(string target, byte[] body, byte[] key)
    {
        RequestSignature signature = HmacSignature.Sign(key, "POST", target, "localhost:8080", Date, body);
        return new()
        {
            Method = "post",
            RawTarget = target,
            Host = "localhost:8080",
            Date = signature.Date,
            ContentHash = signature.ContentHash,
            Authorization = signature.Authorization,
            Body = body,
        };
    }
}
