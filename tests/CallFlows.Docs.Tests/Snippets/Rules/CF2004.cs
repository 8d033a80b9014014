using CallFlows.Calls;

namespace CallFlows.Docs.Tests.Snippets.Rules;

/// <summary>Long texts.</summary>
internal static class CF2004
{
    private const string Sentence = "Whatever is said here about prices, about dates of delivery and about colours is said without any warranty. ";
    private const string Ten = Sentence + Sentence + Sentence + Sentence + Sentence + Sentence + Sentence + Sentence + Sentence + Sentence;
    private const string FirstPart = Ten + Ten;
    private const string SecondPart = Ten + Ten;

#pragma warning disable CF2004 // Here to show what is reported.
    public static async Task Wrong(Call call)
    {
        await call.PlayAsync($"These are our terms. {FirstPart} {SecondPart} Goodbye.");
    }
#pragma warning restore CF2004

    public static async Task Right(Call call)
    {
        await call.PlayAsync(["These are our terms.", FirstPart, SecondPart, "Goodbye."]);
    }
}
