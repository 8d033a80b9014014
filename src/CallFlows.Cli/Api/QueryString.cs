namespace CallFlows.Cli.Api;

/// <summary>Gathers what follows the question mark of a request.</summary>
internal sealed class QueryString
{
    private readonly List<string> _parts = [];

    /// <summary>Adds a parameter; null adds nothing.</summary>
    public QueryString Add(string name, string? value)
    {
        if (value is not null)
        {
            _parts.Add($"{name}={Uri.EscapeDataString(value)}");
        }

        return this;
    }

    public QueryString Add(string name, int? value) => Add(name, value?.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public QueryString Add(string name, IEnumerable<string> values)
    {
        foreach (string value in values)
        {
            Add(name, value);
        }

        return this;
    }

    /// <summary>This, going on where a page ended.</summary>
    public QueryString After(string? continuationToken)
    {
        QueryString next = new();
        next._parts.AddRange(_parts);
        return next.Add("continuationToken", continuationToken);
    }

    public override string ToString() => _parts.Count == 0 ? "" : $"?{string.Join('&', _parts)}";
}
