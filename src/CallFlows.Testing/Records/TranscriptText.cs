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
    /// <param name="happenings">What happened.</param>
    /// <param name="tellsLast">Whether the last of it is told, whatever it is.</param>
    public static string Of(IReadOnlyList<Happening> happenings, bool tellsLast = false)
    {
        List<Happening> told = Told(happenings);
        if (tellsLast && happenings is [.., var last] && !IsTold(last))
        {
            told.Add(last.Kind == HappeningKind.Callback ? last with { Text = $"reports {last.Text}" } : last);
        }

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

    /// <summary>What is told, with keys that were pressed at one time in one line.</summary>
    private static List<Happening> Told(IReadOnlyList<Happening> happenings)
    {
        List<Happening> told = [];
        foreach (Happening happening in happenings.Where(IsTold))
        {
            if (happening.Kind == HappeningKind.Pressed && told is [.., { Kind: HappeningKind.Pressed } last] && last.Who == happening.Who && last.At == happening.At)
            {
                told[^1] = last with { Text = last.Text + happening.Text[^1] };
            }
            else
            {
                told.Add(happening);
            }
        }

        return told;
    }

    private static bool IsTold(Happening happening) => happening.Kind switch
    {
        HappeningKind.PromptOver or HappeningKind.Callback => false,
        HappeningKind.Action => happening.Action is not (Actions.Play or Actions.Recognize or Actions.CancelAllMedia),
        _ => true,
    };
}
