using System.Net.Http.Json;
using System.Text.Json;

namespace CallFlows.AspNetCore.Tests.Server;

/// <summary>Reads what the server answers.</summary>
internal static class AnswerReading
{
    public static Task<JsonElement> JsonAsync(this HttpResponseMessage answer) =>
        answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

    public static async Task<JsonElement> JsonAsync(this Task<HttpResponseMessage> answer) => await (await answer).JsonAsync();

    public static Task<string> TextAsync(this HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    /// <summary>What a refusal says is wrong.</summary>
    public static async Task<string> ProblemAsync(this HttpResponseMessage answer) => (await answer.JsonAsync()).GetProperty("detail").GetString()!;

    public static IReadOnlyList<string> Ids(this JsonElement page) =>
        [.. page.GetProperty("instances").EnumerateArray().Select(instance => instance.GetProperty("id").GetString()!)];
}
