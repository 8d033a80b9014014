using CallFlows.Analyzers.Tests.Harness;
using CallFlows.Prompts;
using Microsoft.CodeAnalysis;

namespace CallFlows.Analyzers.Tests.Conversation;

public sealed class PromptLengthTests
{
    private static readonly string Longest = new('a', TextPrompt.MaxLength);
    private static readonly string Half = new('a', TextPrompt.MaxLength / 2);

    [Theory]
    [InlineData("await call.PlayAsync({|CF2004:\"LONGESTb\"|});")]
    [InlineData("await call.PlayAsync({|CF2004:$\"HALF{call.Number}HALFb\"|});")]
    [InlineData("await call.PlayAsync({|CF2004:\"HALF\" + call.Number + \"HALFb\"|});")]
    [InlineData("await call.PlayAsync([\"Hello.\", {|CF2004:\"LONGESTb\"|}]);")]
    [InlineData("await call.PlayAsync({|CF2004:call.Number > 1 ? \"LONGESTb\" : \"One.\"|});")]
    [InlineData("_ = Menu.Say({|CF2004:\"LONGESTb\"|});")]
    [InlineData("_ = AskDigits.Say({|CF2004:\"LONGESTb\"|});")]
    [InlineData("_ = menu.OnNoInput({|CF2004:\"LONGESTb\"|});")]
    [InlineData("_ = Prompt.Text({|CF2004:\"LONGESTb\"|}, voice: \"en-US-AvaNeural\");")]
    [InlineData("_ = new TextPrompt({|CF2004:\"LONGESTb\"|});")]
    [InlineData("const string text = \"LONGESTb\"; await call.PlayAsync({|CF2004:text|});")]
    [InlineData("const string half = \"HALF\"; await call.PlayAsync({|CF2004:$\"{half}{half}{call.Number}b\"|});")]
    [InlineData("Prompt prompt = {|CF2004:\"LONGESTb\"|}; await call.PlayAsync(prompt);")]
    public Task Text_LongerThanTheLimit_IsReported(string body) => Expect.ReportsAsync(Sources.Helper(Filled(body)));

    [Theory]
    [InlineData("await call.PlayAsync(\"LONGEST\");")]
    [InlineData("await call.PlayAsync($\"HALF{call.Number}HALF\");")]
    [InlineData("await call.PlayAsync([\"LONGEST\", \"LONGEST\"]);")]
    [InlineData("_ = Prompt.Ssml(\"<speak>LONGESTb</speak>\");")]
    [InlineData("string text = \"LONGESTb\"; _ = text.Length;")]
    [InlineData("await call.PlayAsync(Prompt.Text(\"LONGEST\", voice: \"en-US-AvaNeural\"));")]
    public Task Text_WithinTheLimit_IsNotReported(string body) => Expect.ReportsAsync(Sources.Helper(Filled(body)));

    [Fact]
    public async Task Text_Message_SaysHowLongItIsAndMayBe()
    {
        IReadOnlyList<Diagnostic> found = await Expect.ReportsAsync(Sources.Helper(Filled("await call.PlayAsync({|CF2004:\"LONGESTb\"|});")));

        found[0].GetMessage(System.Globalization.CultureInfo.InvariantCulture).Should()
            .StartWith($"This text has at least {TextPrompt.MaxLength + 1} characters, and a spoken text has at most {TextPrompt.MaxLength};");
    }

    private static string Filled(string body) =>
        body.Replace("LONGEST", Longest, StringComparison.Ordinal).Replace("HALF", Half, StringComparison.Ordinal);
}
