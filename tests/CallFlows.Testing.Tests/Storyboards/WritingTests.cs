using System.Text;
using CallFlows.Testing.Storyboards;

namespace CallFlows.Testing.Tests.Storyboards;

public sealed class WritingTests
{
    private const string Path = "Call.story";

    [Fact]
    public void File_WrittenWithItsOwnLines_IsTheSameByteForByte()
    {
        Random random = new(1);
        string[] pieces = ["", "# A title", "Caller: presses 1", "  ", "System: Grüße 👋", "\t"];
        for (int round = 0; round < 500; round++)
        {
            string newLine = random.Next(2) == 0 ? "\n" : "\r\n";
            string text = (random.Next(3) == 0 ? "\uFEFF" : "")
                + string.Join(newLine, Enumerable.Range(0, random.Next(6)).Select(_ => pieces[random.Next(pieces.Length)]))
                + (random.Next(2) == 0 ? newLine : "");
            StoryboardFile file = StoryboardFile.Of(Path, text);

            file.With(file.Lines).Should().Equal(Encoding.UTF8.GetBytes(text));
        }
    }

    [Fact]
    public void Storyboard_CorrectedByAnything_ThenFitsAndIsCorrectedNoMore()
    {
        Random random = new(2);
        string[] said = ["One.", "Two.", "Three.", "calls me"];
        for (int round = 0; round < 1000; round++)
        {
            List<string> lines = ["# A title", "", "Caller (+14255550123) calls +14255550100"];
            List<StoryMoment> happened = [];
            for (int line = random.Next(12); line > 0; line--)
            {
                lines.Add(random.Next(6) switch { 0 => "", 1 => "# A comment", 2 => "Caller: presses 1", 3 => "System: calls Caller", var n => Said(said[n - 2]).ToLine("Caller") });
            }

            StoryScript script = Read(string.Join('\n', lines) + '\n');
            foreach (DeedLine deed in script.Lines.OfType<DeedLine>())
            {
                happened.Add(new StoryMoment(deed, null));
                happened.AddRange(Enumerable.Range(0, random.Next(4)).Select(_ => new StoryMoment(null, Said(said[random.Next(said.Length)]))));
            }

            StoryComparison comparison = new(script, new StoryOutcome(happened, null, []));
            StoryScript corrected = Read(Encoding.UTF8.GetString(script.File.With(comparison.Corrected())));

            DeedLine[] deeds = [.. corrected.Lines.OfType<DeedLine>()];
            int next = 0;
            StoryMoment[] again = [.. happened.Select(moment => moment.Done is null ? moment : new StoryMoment(deeds[next++], null))];
            StoryComparison second = new(corrected, new StoryOutcome(again, null, []));
            second.IsEqual.Should().BeTrue();
            second.Corrected().Should().Equal(corrected.File.Lines);
            corrected.File.Lines.Where(line => !line.StartsWith("System", StringComparison.Ordinal))
                .Should().Equal(lines.Where(line => !line.StartsWith("System", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Correction_BetweenAsides_StandsWhereWhatItReplacesStood()
    {
        StoryScript script = Read("""
            # A title
            Caller (+14255550123) calls +14255550100
            # The greeting
            System: One.

            # The end
            System: Two.

            # Not heard any more

            """);
        StoryMoment[] happened =
            [new((DeedLine)script.Lines[0], null), new(null, Said("Zero.")), new(null, Said("Two.")), new(null, Said("Three."))];

        new StoryComparison(script, new StoryOutcome(happened, null, [])).Corrected().Should().Equal(
            "# A title", "Caller (+14255550123) calls +14255550100", "# The greeting", "System: Zero.", "", "# The end", "System: Two.", "System: Three.", "",
            "# Not heard any more");
    }

    private static SystemAct Said(string words) => new(SystemActKind.Says, "Caller", words);

    private static StoryScript Read(string text) => StoryReader.Read(StoryboardFile.Of(Path, text));
}
