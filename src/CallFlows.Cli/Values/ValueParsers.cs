using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;

namespace CallFlows.Cli.Values;

/// <summary>Reads values of the command line.</summary>
internal static class ValueParsers
{
    public static Func<ArgumentResult, DateTimeOffset?> Moment(TimeProvider time) => result =>
    {
        if (!Values.Moment.TryParse(result.Tokens[0].Value, time, out DateTimeOffset? moment))
        {
            result.AddError($"'{result.Tokens[0].Value}' is no time: write 2026-03-02T09:00 (UTC), 2026-03-02, or how long ago, such as 90s, 15m, 2h, 30d.");
        }

        return moment;
    };

    public static TimeSpan? Age(ArgumentResult result)
    {
        if (!Values.Age.TryParse(result.Tokens[0].Value, out TimeSpan? age))
        {
            result.AddError($"'{result.Tokens[0].Value}' is no age: write a whole number and a unit, such as 90s, 15m, 2h, 30d or 4w.");
        }

        return age;
    }

    public static Func<ArgumentResult, int?> WholeNumber(int min, int max) => result =>
    {
        string text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= min && number <= max)
        {
            return number;
        }

        result.AddError($"'{text}' must be a whole number, {min} to {max}.");
        return null;
    };

    public static string? Json(ArgumentResult result)
    {
        if (result.Tokens.Count == 0)
        {
            return null;
        }

        string text = result.Tokens[0].Value;
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            result.AddError($"'{text}' is not JSON: a text needs quotes of its own, such as '\"yes\"'.");
        }

        return text;
    }
}
