using System.Text;
using System.Text.RegularExpressions;

namespace CallFlows.Templates.Tests.Running;

/// <summary>Does what the <c>curl</c> commands do that the application prints.</summary>
internal static partial class PrintedCommands
{
    private static readonly HttpClient Http = new();

    /// <summary>Sends the printed POST whose address ends so.</summary>
    /// <returns>Where it was sent.</returns>
    public static async Task<Uri> PostAsync(string printed, string ending)
    {
        Match command = Post().Matches(printed).Single(match => match.Groups["address"].Value.EndsWith(ending, StringComparison.Ordinal));
        Uri address = new(command.Groups["address"].Value);
        using StringContent body = new(command.Groups["body"].Value, Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await Http.PostAsync(address, body);
        answer.EnsureSuccessStatusCode();
        return address;
    }

    /// <summary>Sends the printed GET whose address ends so.</summary>
    public static Task<string> GetAsync(string printed, string ending) =>
        Http.GetStringAsync(Get().Matches(printed).Select(match => match.Groups["address"].Value).Single(address => address.EndsWith(ending, StringComparison.Ordinal)));

    /// <summary>Waits until a phone has heard something.</summary>
    public static Task<string> HeardAsync(Uri phone) => Http.GetStringAsync(new Uri(phone, "heard?after=0&wait=30"));

    [GeneratedRegex("""curl -X POST (?<address>\S+) -H "Content-Type: application/json" -d '(?<body>[^']+)'""")]
    private static partial Regex Post();

    [GeneratedRegex(@"curl (?<address>http\S+)")]
    private static partial Regex Get();
}
