namespace CallFlows.AspNetCore.Settings;

/// <summary>How many lines of transcripts are kept in memory: section <c>CallFlows:Transcripts</c>.</summary>
public sealed class TranscriptOptions
{
    /// <summary>Lines of all flows together, 100 to 1,000,000; beyond it the flow that was silent longest is forgotten. Default 50,000.</summary>
    public int MaxLines { get; set; } = 50_000;

    /// <summary>Lines of one flow, 10 to <see cref="MaxLines"/>; beyond it its oldest are dropped. Default 2,000.</summary>
    public int MaxLinesPerFlow { get; set; } = 2_000;
}
