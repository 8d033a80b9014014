using System.Globalization;
using System.Text;
using CallFlows.Durable;

namespace CallFlows.Engine.Store.Sqlite;

/// <summary>A query for instances as SQL. Values are always parameters; the text depends only on which filters there are.</summary>
internal sealed class InstanceQuery
{
    private readonly StringBuilder _sql = new();
    private readonly List<Action<SqliteStatement, int>> _parameters = [];
    private string _joint = " WHERE ";

    private InstanceQuery()
    {
    }

    public string Sql => _sql.ToString();

    public static InstanceQuery Build(OrchestrationQuery query, string columns)
    {
        InstanceQuery built = new();
        built._sql.Append("SELECT ").Append(columns).Append(" FROM instances i");
        foreach ((string name, string value) in query.Tags)
        {
            built.Add(
                "i.number IN (SELECT instance FROM tags WHERE name = ? AND value = ?)",
                (statement, at) => statement.Bind(at, name),
                (statement, at) => statement.Bind(at, value));
        }

        if (query.Statuses.Count > 0)
        {
            built.Add(
                $"i.status IN ({string.Join(", ", query.Statuses.Select(_ => "?"))})",
                [.. query.Statuses.Select(status => (Action<SqliteStatement, int>)((statement, at) => statement.Bind(at, (long)status)))]);
        }

        if (query.Name is { } flow)
        {
            built.Add("i.name = ?", (statement, at) => statement.Bind(at, flow));
        }

        foreach (string leftOut in query.ExceptNames)
        {
            built.Add("i.name <> ?", (statement, at) => statement.Bind(at, leftOut));
        }

        if (query.CreatedFrom is { } from)
        {
            built.Add("i.created_at >= ?", (statement, at) => statement.Bind(at, from));
        }

        if (query.CreatedBefore is { } before)
        {
            built.Add("i.created_at < ?", (statement, at) => statement.Bind(at, before));
        }

        if (query.ContinuationToken is { } token)
        {
            (long createdAt, long number) = Parse(token);
            built.Add(
                "(i.created_at, i.number) < (?, ?)",
                (statement, at) => statement.Bind(at, createdAt),
                (statement, at) => statement.Bind(at, number));
        }

        built._sql.Append(" ORDER BY i.created_at DESC, i.number DESC LIMIT ?");
        // One more than the page holds tells whether there is another page.
        built._parameters.Add((statement, at) => statement.Bind(at, query.PageSize + 1L));
        return built;
    }

    /// <summary>The token of the page that follows an instance.</summary>
    public static string TokenAfter(InstanceRecord last) =>
        string.Create(CultureInfo.InvariantCulture, $"{last.CreatedAt.UtcTicks}-{last.Number}");

    public void Bind(SqliteStatement statement)
    {
        for (int i = 0; i < _parameters.Count; i++)
        {
            _parameters[i](statement, i + 1);
        }
    }

    private void Add(string condition, params Action<SqliteStatement, int>[] parameters)
    {
        _sql.Append(_joint).Append(condition);
        _joint = " AND ";
        _parameters.AddRange(parameters);
    }

    private static (long CreatedAt, long Number) Parse(string token)
    {
        int dash = token.IndexOf('-', StringComparison.Ordinal);
        return dash > 0
            && long.TryParse(token.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out long createdAt)
            && long.TryParse(token.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out long number)
                ? (createdAt, number)
                : throw new ArgumentException("The continuation token is not one this engine gave.", nameof(token));
    }
}
