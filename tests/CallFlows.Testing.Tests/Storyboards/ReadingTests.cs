using CallFlows.Testing.Storyboards;

namespace CallFlows.Testing.Tests.Storyboards;

public sealed class ReadingTests
{
    private const string Known = "Caller (+14255550123) calls +14255550100\n";

    [Theory]
    [InlineData("Good morning", "1: This can't be read. A line is 'NAME (NUMBER) calls NUMBER', 'NAME: presses 1', 'System: what is heard', '* what happens outside', or '# a comment'.")]
    [InlineData("# Only a title\n\n", "2: Nobody does anything here. Write who calls: Caller (+14255550123) calls +14255550100")]
    [InlineData("Caller calls +14255550100", "1: Which number has Caller? Write: Caller (+14255550123) calls +14255550100")]
    [InlineData("Caller (123) calls +14255550100", "1: '123' is no number. Write it in E.164, such as +14255550123, or write a raw id, such as 8:acs:….")]
    [InlineData("Caller (+14255550123) calls 100", "1: '100' is no number. Write it in E.164, such as +14255550100.")]
    [InlineData("Caller (+14255550123) presses 1", "1: Caller is in no call yet. Write first who calls, or what the phone does when it rings: Caller (+14255550123) answers")]
    [InlineData("Caller: presses 1", "1: Nobody has been introduced up to here. Write first: Caller (+14255550123) calls +14255550100")]
    [InlineData("System: Hello.", "1: Nobody is there to hear it. Write first who calls: Caller (+14255550123) calls +14255550100")]
    [InlineData("System (+14255550100) calls +14255550123", "1: The system needs no number. Write: System: what is heard")]
    [InlineData(Known + "Caller presses 1", "2: There is no colon. Write: Caller: presses 1")]
    [InlineData(Known + "System hangs up", "2: There is no colon. Write: System: hangs up")]
    [InlineData(Known + "Caler: presses 1", "2: Caler has not been introduced; known up to here: Caller. Write first: Caler (+14255550123) answers")]
    [InlineData(Known + "Caller (+14255550199) answers", "2: Caller is introduced in line 1 already. Write from then on: Caller: presses 1")]
    [InlineData(Known + "Agent (+14255550123) answers", "2: +14255550123 is Caller's, who is introduced in line 1. Each of them needs a number of their own.")]
    [InlineData(Known + "Caller: dances", "2: 'dances' is nothing that people do here. Write: presses 1, says \"yes\", is silent, waits 3 s, hangs up or calls +14255550100; or what a phone does when it rings: answers, answers after 5 s, declines, is busy or never answers.")]
    [InlineData(Known + "Caller: presses E", "2: 'presses E' has no keys that can be pressed. Use 0 to 9, A to D, # and *: presses 42#")]
    [InlineData(Known + "Caller: says yes", "2: 'says yes' does not tell the words. Write: says \"confirm\", or says: confirm")]
    [InlineData(Known + "Caller: waits 3", "2: 'waits 3' does not tell the time. Write, for instance: waits 3 s, with ms, s, min, h or d")]
    [InlineData(Known + "Caller: waits 401 d", "2: That is too long: a test lasts 400 days at most.")]
    [InlineData(Known + "Caller: calls", "2: 'calls' does not tell whom. Write: calls +14255550100, or calls +14255550100 as \"Jo\"")]
    [InlineData(Known + "Agent (+14255550190) is busy once", "2: What comes after 'is busy once'? Add it: is busy once, then answers")]
    [InlineData(Known + "Agent (+14255550190) is busy, then sings", "2: 'sings' is nothing that a phone does when it rings. It 'answers', 'answers after 5 s', 'declines', 'is busy' or 'never answers'.")]
    [InlineData(Known + "Agent (+14255550190) is busy 0 times, then answers", "2: A phone can do that 1 to 1000 times.")]
    [InlineData(Known + "System:", "2: Write what is heard: System: Welcome to Contoso.")]
    [InlineData(Known + "System: \"Hello", "2: The quotation mark at the beginning has none at the end.")]
    [InlineData(Known + "System to Agent: Hello.", "2: Agent has not been introduced; known up to here: Caller. Write first: Agent (+14255550123) answers")]
    [InlineData(Known + "System: calls Agent", "2: Agent has not been introduced; known up to here: Caller. Write first: Agent (+14255550123) answers; or write a number in place of the name.")]
    [InlineData(Known + "System: transfers the call", "2: 'transfers the call' is nothing that the system does. It 'hangs up', 'calls NAME', 'transfers to NAME', 'transfers NAME to NAME', 'rejects the call', 'rejects the call as busy', 'redirects the call to NAME' or 'plays FILE'. If these are words that are heard, put them in quotation marks.")]
    [InlineData("*", "1: '*' tells what happens outside of the calls. Write, for instance: * The flow starts")]
    public void Line_ThatCannotBeRead_IsToldWithWhatToWrite(string text, string complaint)
    {
        Action read = () => Read(text);

        read.Should().Throw<StoryboardException>().WithMessage($"Call.story:{complaint}");
    }

    [Fact]
    public void File_NotInUtf8_IsRefused()
    {
        using StoryFolder folder = new();
        string file = folder.Write("");
        File.WriteAllBytes(file, [0xC3, 0x28]);

        Action load = () => StoryboardFile.Load(file);

        load.Should().Throw<StoryboardException>().WithMessage("*Call.story:1: The file is not UTF-8; save it as UTF-8.");
    }

    [Theory]
    [InlineData("presses 42#", "42#")]
    [InlineData("presses 4 2 #", "42#")]
    public void Keys_WithOrWithoutBlanks_AreTheSame(string deed, string keys) => Deeds(deed).Should().Equal(new Deed.Presses(keys));

    [Theory]
    [InlineData("says \"yes, please\"", "yes, please")]
    [InlineData("says: yes, \"please\"", "yes, \"please\"")]
    public void Words_InEitherForm_AreRead(string deed, string words) => Deeds(deed).Should().Equal(new Deed.Says(words));

    [Theory]
    [InlineData("waits 250 ms", 0.25)]
    [InlineData("waits 1.5 s", 1.5)]
    [InlineData("waits 2 min", 120)]
    [InlineData("waits 3 h", 10_800)]
    [InlineData("waits 2 d", 172_800)]
    public void Time_InAnyUnit_IsRead(string deed, double seconds) => Deeds(deed).Should().Equal(new Deed.Waits(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void Ringing_InSteps_IsReadInOrder()
    {
        Deed deed = Deeds("is busy twice, then declines, then never answers 3 times, then answers after 5 s").Single();

        deed.Should().BeOfType<Deed.Rings>().Which.Steps.Should().Equal(
            new RingStep(RingKind.IsBusy, null, 2), new RingStep(RingKind.Declines, null, 1),
            new RingStep(RingKind.NeverAnswers, null, 3), new RingStep(RingKind.Answers, TimeSpan.FromSeconds(5), 1));
    }

    [Fact]
    public void Line_OfTheSystem_NamesTheFirstPartyOrAnother()
    {
        StoryScript script = Read(Known + "Agent (+14255550190) answers\nSystem: Hello.\nSystem to Caller: Hello.\nSystem to Agent: hangs up");

        script.Lines.OfType<SystemLine>().Select(line => line.Act).Should().Equal(
            new SystemAct(SystemActKind.Says, "Caller", "Hello."), new SystemAct(SystemActKind.Says, "Caller", "Hello."),
            new SystemAct(SystemActKind.HangsUp, "Agent", "hangs up"));
    }

    [Fact]
    public void Words_WithAnEllipsisAtTheEnd_FitEveryPromptThatBeginsSo()
    {
        SystemLine[] lines = [.. Read(Known + "System: You have …\nSystem: \"You have …\"").Lines.OfType<SystemLine>()];

        lines[0].Expects(Said("You have an appointment.")).Should().BeTrue();
        lines[0].Expects(Said("You had an appointment.")).Should().BeFalse();
        lines[1].Expects(Said("You have an appointment.")).Should().BeFalse();
        lines[1].Expects(Said("You have …")).Should().BeTrue();
    }

    [Fact]
    public void Line_ThatIsWritten_IsReadAsTheSame()
    {
        Random random = new(1);
        string[] words = ["hangs", "up", "calls", "plays", "transfers", "to", "Agent", "\"", "\"yes\"", "…", "#", "*", "System:", "(1)", "Hello.", ":", "rejects", "é"];
        for (int round = 0; round < 2000; round++)
        {
            string text = string.Join(' ', Enumerable.Range(0, random.Next(1, 5)).Select(_ => words[random.Next(words.Length)]));
            SystemAct act = Said(text) with { To = random.Next(2) == 0 ? "Caller" : "Agent" };

            StoryScript script = Read(Known + "Agent (+14255550190) answers\n" + act.ToLine("Caller"));

            SystemLine line = script.Lines.OfType<SystemLine>().Single();
            line.Act.Should().Be(act);
            line.IsBeginning.Should().BeFalse();
            line.Act.ToLine("Caller").Should().Be(act.ToLine("Caller"));
        }
    }

    private static SystemAct Said(string words) => new(SystemActKind.Says, "Caller", words);

    private static IEnumerable<Deed> Deeds(string deed) =>
        Read($"{Known}Caller: {deed}").Lines.OfType<DeedLine>().Skip(1).Select(line => line.Deed);

    private static StoryScript Read(string text) => StoryReader.Read(StoryboardFile.Of("Call.story", text));
}
