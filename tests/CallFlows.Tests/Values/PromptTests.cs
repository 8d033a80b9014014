using CallFlows.Prompts;

namespace CallFlows.Tests.Values;

public sealed class PromptTests
{
    [Fact]
    public void String_AsAPrompt_IsAText()
    {
        Prompt prompt = "Hello.";

        prompt.Should().Be(Prompt.Text("Hello."));
        prompt.Description.Should().Be("Hello.");
    }

    [Fact]
    public void Ssml_Described_IsItsWords() => Prompt.Ssml("<speak version=\"1.0\">Hello,\n <break/>  <emphasis>you</emphasis>.</speak>")
        .Description.Should().Be("Hello, you .");

    [Fact]
    public void File_Described_IsItsName() => Prompt.File("https://example.com/audio/menu.wav?sig=secret").Description.Should().Be("[menu.wav]");

    [Fact]
    public void File_Shown_HidesQueryAndUser() => Prompt.File("https://user:pass@example.com/audio/menu.wav?sig=secret#part")
        .ToString().Should().Be("https://example.com/audio/menu.wav");

    [Theory]
    [InlineData("menu.wav")]
    [InlineData("ftp://example.com/menu.wav")]
    [InlineData("file:///menu.wav")]
    public void File_NotFetchable_IsRefused(string uri) => FluentActions.Invoking(() => Prompt.File(uri))
        .Should().Throw<ArgumentException>().WithMessage("An audio file needs an absolute http or https address*");

    [Fact]
    public void File_NotFetchable_IsRefusedWithoutShowingItsQuery() => FluentActions.Invoking(() => Prompt.File("ftp://example.com/menu.wav?sig=secret"))
        .Should().Throw<ArgumentException>().Which.Message.Should().Contain("ftp://example.com/menu.wav").And.NotContain("secret");

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Text_Empty_IsRefused(string text)
    {
        FluentActions.Invoking(() => Prompt.Text(text)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Prompt.Ssml(text)).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Text_TooLong_IsRefusedWithItsLength()
    {
        Prompt.Text(new string('a', 4000)).Content.Should().HaveLength(4000);
        FluentActions.Invoking(() => Prompt.Text(new string('a', 4001))).Should().Throw<ArgumentException>()
            .WithMessage("A spoken text has at most 4000 characters, this one has 4001; use SSML for longer ones.*");
    }
}
