using System.Globalization;
using CallFlows.AspNetCore.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace CallFlows.AspNetCore.Management;

/// <summary>
/// What follows the question mark of a management request. What can't be understood is refused rather than left out: a filter that does nothing
/// would show, or purge, more than was meant.
/// </summary>
internal sealed class ManagementQuery(IQueryCollection query)
{
    /// <summary>The parameter that goes on where the last answer ended.</summary>
    public const string ContinuationToken = "continuationToken";

    private static readonly string[] TimeFormats = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>Refuses parameters of other names, which are most often typing errors.</summary>
    /// <exception cref="BadRequestException">There is such a parameter.</exception>
    public void AllowOnly(params IReadOnlyList<string> names)
    {
        if (query.Keys.FirstOrDefault(name => !IsKnown(name, names)) is { } unknown)
        {
            throw Bad($"There is no parameter '{unknown}' here; there are {string.Join(", ", names)}.");
        }
    }

    /// <summary>One value, or null when there is none.</summary>
    /// <exception cref="BadRequestException">It is empty, or there are several.</exception>
    public string? Text(string name) => All(name) switch
    {
        [] => null,
        [var value] => value,
        _ => throw Bad($"{name} is there more than once; give one."),
    };

    /// <summary>All values of a parameter that may be repeated.</summary>
    /// <exception cref="BadRequestException">One is empty.</exception>
    public IReadOnlyList<string> All(string name)
    {
        StringValues values = query[name];
        return values.Any(string.IsNullOrWhiteSpace)
            ? throw Bad($"{name} is empty; give a value, or leave the parameter out.")
            : [.. values.OfType<string>()];
    }

    /// <summary>A whole number within bounds, or null when there is none.</summary>
    /// <exception cref="BadRequestException">It is no such number.</exception>
    public int? Number(string name, int min, int max)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= min && number <= max
            ? number
            : throw Bad($"{name} must be a whole number, {min} to {max}.");
    }

    /// <summary>A point in time, in UTC where no offset is given; null when there is none.</summary>
    /// <exception cref="BadRequestException">It is no time in ISO 8601.</exception>
    public DateTimeOffset? Time(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        return DateTimeOffset.TryParseExact(
            WithPlusSigns(text), TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset time)
            ? time
            : throw Bad($"{name} must be a time such as 2026-03-02T09:00:00Z or 2026-03-02.");
    }

    /// <summary>A plus sign that was not escaped arrives as a space; for values that can't hold one, it is put back.</summary>
    public static string WithPlusSigns(string value) => value.Replace(' ', '+');

    private static bool IsKnown(string name, IReadOnlyList<string> names) =>
        name is AccessRule.QueryParameter or AccessRule.FunctionsQueryParameter || names.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static BadRequestException Bad(string problem) => new(StatusCodes.Status400BadRequest, problem);
}
