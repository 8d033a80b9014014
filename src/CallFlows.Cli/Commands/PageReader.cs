using System.Text.Json.Nodes;
using CallFlows.Cli.Api;

namespace CallFlows.Cli.Commands;

/// <summary>Reads what a host gives page by page.</summary>
internal static class PageReader
{
    private const int MaxPageSize = 1000;

    /// <summary>Reads pages until there are enough items or no more.</summary>
    /// <param name="api">The host.</param>
    /// <param name="path">What is asked for.</param>
    /// <param name="query">Its filters.</param>
    /// <param name="items">The property of a page that holds its items.</param>
    /// <param name="limit">How many items at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The first page with the items of all, and the continuation token of the last.</returns>
    public static async Task<JsonObject> ReadAsync(
        ManagementClient api, string path, QueryString query, string items, int limit, CancellationToken cancellationToken)
    {
        JsonObject? all = null;
        JsonArray found = [];
        string? token = null;
        do
        {
            QueryString next = query.After(token).Add("pageSize", Math.Min(limit - found.Count, MaxPageSize));
            JsonObject page = ManagementClient.Read<JsonObject>(await api.GetAsync($"{path}{next}", cancellationToken).ConfigureAwait(false));
            foreach (JsonNode? item in (page[items] as JsonArray)?.ToArray() ?? [])
            {
                found.Add(item?.DeepClone());
            }

            token = page["continuationToken"]?.GetValue<string>();
            all ??= page;
        }
        while (token is not null && found.Count < limit);

        all[items] = found;
        all.Remove("continuationToken");
        if (token is not null)
        {
            all["continuationToken"] = token;
        }

        return all;
    }
}
