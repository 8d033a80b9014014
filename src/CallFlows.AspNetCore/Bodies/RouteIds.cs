using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CallFlows.AspNetCore.Bodies;

/// <summary>Ids in the path of a request.</summary>
internal static class RouteIds
{
    /// <summary>Longest id, in characters, as engines have it.</summary>
    public const int MaxLength = 256;

    public const string Instance = "instanceId";

    private const int MaxLogged = 80;

    // A slash is the one character that the server leaves escaped.
    public static string Of(HttpContext context, string parameter) =>
        ((string)context.GetRouteValue(parameter)!).Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    /// <summary>An id that may be anybody's invention, as it may stand in a log.</summary>
    public static string ForLog(string id)
    {
        string shown = id.Length <= MaxLogged ? id : $"{id[..MaxLogged]}…";
        return string.Create(shown.Length, shown, static (target, source) =>
        {
            for (int index = 0; index < target.Length; index++)
            {
                target[index] = char.IsControl(source[index]) ? '?' : source[index];
            }
        });
    }
}
