namespace CallFlows.Docs.Tests.Reading;

/// <summary>A link of a document.</summary>
/// <param name="Document">The document's path from the root.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Target">Where it points, as written.</param>
internal sealed record DocumentLink(string Document, int Line, string Target)
{
    public string Place => $"{Document}:{Line}";

    /// <summary>Whether it leaves the repository for the web or a mailbox.</summary>
    public bool IsExternal => Target.Split(':')[0] is "http" or "https" or "mailto";

    /// <summary>The file it points to, from the root; the document itself for a bare anchor.</summary>
    public string File
    {
        get
        {
            string file = Uri.UnescapeDataString(Target.Split('#')[0]);
            return file.Length == 0 ? Document : Path.Combine(Path.GetDirectoryName(Document) ?? "", file);
        }
    }

    /// <summary>The heading it points to, without the #; empty for none.</summary>
    public string Anchor => Target.Split('#') is [_, var anchor] ? anchor : "";
}
