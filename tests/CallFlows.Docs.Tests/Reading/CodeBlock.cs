namespace CallFlows.Docs.Tests.Reading;

/// <summary>A fenced block of a document.</summary>
/// <param name="Document">The document's path from the root.</param>
/// <param name="Line">The line of its opening fence, from 1.</param>
/// <param name="Language">The first word after the fence; empty for none.</param>
/// <param name="Lines">What is between the fences.</param>
internal sealed record CodeBlock(string Document, int Line, string Language, IReadOnlyList<string> Lines)
{
    public string Place => $"{Document}:{Line}";
}
