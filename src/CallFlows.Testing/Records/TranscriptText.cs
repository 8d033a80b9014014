using System.Globalization;
using System.Text;

namespace CallFlows.Testing.Records;

/// <summary>Writes what happened in a test for people.</summary>
internal static class TranscriptText
{
    private const int MostLines = 200;

    /// <summary>What people heard and did, what flows did, and what went wrong: not the single prompts' ends and callbacks.</summary>
    public static string Of(Journal journal) => Of(journal.Happenings);

    /// <inheritdoc cref="Of(Journal)"/>
    public static string Of(IReadOnlyList<Happening> happenings)
    {
        List<Happening> told = [.. happenings.Where(IsTold)];
        if (told.Count == 0)
        {
            return "Transcript: nothing has happened yet.";
        }

        int width = told.Max(line => line.Who.Length);
        StringBuilder text = new("Transcript");
        if (told.Count > MostLines)
        {
            text.Append(CultureInfo.InvariantCulture, $" (the last {MostLines} of {told.Count} lines)");
        }

        foreach (Happening line in told.TakeLast(MostLines))
        {
            text.Append('\n').Append("  ").Append(Time(line.At)).Append("  ").Append(line.Who.PadRight(width)).Append("  ").Append(line.Text);
        }

        return text.ToString();
    }

    /// <summary>Minutes, seconds and tenths; hours and days where there are any.</summary>
    public static string Time(TimeSpan time) => time.ToString(
        time >= TimeSpan.FromDays(1) ? @"d\.hh\:mm\:ss\.f" : time >= TimeSpan.FromHours(1) ? @"hh\:mm\:ss\.f" : @"mm\:ss\.f", CultureInfo.InvariantCulture);

    private static bool IsTold(Happening happening) => happening.Kind switch
    {
        HappeningKind.PromptOver or HappeningKind.Callback => false,
        HappeningKind.Action => happening.Action is not (Actions.Play or Actions.Recognize or Actions.CancelAllMedia),
        _ => true,
    };
}
