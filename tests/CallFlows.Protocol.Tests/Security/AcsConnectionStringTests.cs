using CallFlows.Protocol.Security;

namespace CallFlows.Protocol.Tests.Security;

public sealed class AcsConnectionStringTests
{
    [Theory]
    [InlineData("endpoint=https://contoso.communication.azure.com/;accesskey=a2V5")]
    [InlineData(" AccessKey=a2V5 ; Endpoint=https://contoso.communication.azure.com ;")]
    [InlineData("endpoint=https://contoso.communication.azure.com;other=1;accesskey=a2V5")]
    public void Parse_OfUsableText_GivesEndpointAndKey(string text)
    {
        AcsConnectionString parsed = AcsConnectionString.Parse(text);

        parsed.Endpoint.Should().Be(new Uri("https://contoso.communication.azure.com/"));
        parsed.AccessKey.ToArray().Should().Equal("key"u8.ToArray());
        parsed.ToString().Should().NotContain("a2V5");
    }

    [Theory]
    [InlineData("", "has no 'endpoint'")]
    [InlineData("accesskey=a2V5", "has no 'endpoint'")]
    [InlineData("endpoint=https://c.example", "has no 'accesskey'")]
    [InlineData("endpoint=https://c.example;accesskey=", "has no 'accesskey'")]
    [InlineData("endpoint=https://c.example;accesskey=not*base64", "isn't base64")]
    [InlineData("endpoint=ftp://c.example;accesskey=a2V5", "an 'endpoint' that isn't")]
    [InlineData("endpoint=https://c.example/path;accesskey=a2V5", "without a path")]
    [InlineData("endpoint=c.example;accesskey=a2V5", "an 'endpoint' that isn't")]
    [InlineData("endpoint=https://c.example/accesskey=a2V5", "';' is missing")]
    [InlineData("endpoint=https://c.example;endpoint=https://d.example;accesskey=a2V5", "twice")]
    [InlineData("nonsense", "without '='")]
    public void Parse_OfUnusableText_SaysWhatIsWrongAndHidesTheKey(string text, string problem)
    {
        Action parse = () => AcsConnectionString.Parse(text);

        parse.Should().Throw<FormatException>().WithMessage($"*{problem}*").Which.Message.Should().NotContain("not*base64").And.NotContain("a2V5");
    }
}
