using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace CallFlows.AspNetCore.Bodies;

/// <summary>The answers that the endpoints share.</summary>
internal static class Answers
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    /// <summary>Refuses a request, saying what is wrong and what to do.</summary>
    public static Task RefuseAsync(HttpContext context, int status, string problem) =>
        Results.Problem(statusCode: status, detail: problem).ExecuteAsync(context);

    /// <summary>Asks the sender to send it again.</summary>
    public static Task TryAgainAsync(HttpContext context, string problem)
    {
        context.Response.Headers.RetryAfter = RetryAfter.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        return RefuseAsync(context, StatusCodes.Status503ServiceUnavailable, problem);
    }
}
