using System.Text;
using CallFlows.AspNetCore.Management;
using CallFlows.Endpoints;

namespace CallFlows.AspNetCore.Tests.Management;

public sealed class MaskingTests
{
    [Theory]
    [InlineData("call +14255550101 now", "call +1425•••0101 now")]
    [InlineData("4:+14255550101", "4:+1425•••0101")]
    [InlineData("4:14255550101", "4:1425•••0101")]
    [InlineData("call-0123456789abcdef", "call-0123456789abcdef")]
    [InlineData("2026-03-02T09:00:00+00:00", "2026-03-02T09:00:00+00:00")]
    [InlineData("order 14255550101", "order 1425•••0101")]
    [InlineData("/calls?from=%2B14255550101&to=%2b14255550102", "/calls?from=%2B1425•••0101&to=%2b1425•••0102")]
    [InlineData("4%3A%2B14255550101", "4%3A%2B1425•••0101")]
    [InlineData("order 142555501", "order 142555501")]
    public void Text_WithPhoneNumbers_IsMaskedOnlyThere(string text, string masked) => PhoneNumber.MaskIn(text).Should().Be(masked);

    [Fact]
    public void Json_WithPhoneNumbers_IsMaskedInTextsAndNames()
    {
        const string json = """{"\u002B14255550101":["+14255550101",1,true,null,{"a":"\u002b14255550102"}]}""";

        ReadOnlyMemory<byte> masked = MaskedJson.From(Encoding.UTF8.GetBytes(json));

        Encoding.UTF8.GetString(masked.Span).Should().Be("""{"+1425•••0101":["+1425•••0101",1,true,null,{"a":"+1425•••0102"}]}""");
    }

    [Fact]
    public void Json_WithWhatAnswersACallOrOpensAFile_IsShownWithoutIt()
    {
        const string json = """{"incomingCallContext":"secret","uri":"https://files.test/a.wav?sig=secret","text":"http or not? +14255550101"}""";

        ReadOnlyMemory<byte> shown = MaskedJson.From(Encoding.UTF8.GetBytes(json), showNumbers: true);

        Encoding.UTF8.GetString(shown.Span).Should().Be(
            """{"incomingCallContext":"•••","uri":"https://files.test/a.wav?•••","text":"http or not? +14255550101"}""");
    }
}
