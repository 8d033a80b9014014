using System.CommandLine;
using CallFlows.Cli.Api;
using CallFlows.Cli.Values;

namespace CallFlows.Cli.Commands;

/// <summary>The options that choose among flows.</summary>
internal sealed class InstanceFilters(TimeProvider time)
{
    private readonly Option<string[]> _status = new("--status") { Description = "Only these: pending, running, suspended, completed, failed, terminated; may be repeated." };
    private readonly Option<string?> _flow = new("--flow") { Description = "Only this flow." };
    private readonly Option<DateTimeOffset?> _from = new("--from") { Description = "Created at or after this time: 2026-03-02T09:00 (UTC), or how long ago, such as 2h.", CustomParser = ValueParsers.Moment(time) };
    private readonly Option<DateTimeOffset?> _to = new("--to") { Description = "Created before this time.", CustomParser = ValueParsers.Moment(time) };
    private readonly Option<string?> _caller = new("--caller") { Description = "Only calls from this phone number (+14255550123) or raw id." };
    private readonly Option<string?> _called = new("--called") { Description = "Only calls to this phone number or raw id." };
    private readonly Option<string[]> _tags = new("--tag") { Description = "Only flows with this tag, as name:value; may be repeated." };
    private readonly Option<int?> _version = new("--flow-version") { Description = "Only flows of this version.", CustomParser = ValueParsers.WholeNumber(1, int.MaxValue) };

    private IReadOnlyList<Option> All => [_status, _flow, _from, _to, _caller, _called, _tags, _version];

    public void AddTo(Command command)
    {
        foreach (Option option in All)
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Whether any of them is given.</summary>
    public bool IsAnyGiven(ParseResult parsed) => All.Any(option => parsed.GetResult(option) is { Implicit: false });

    /// <summary>The query that lists what they choose.</summary>
    public QueryString Read(ParseResult parsed) => new QueryString()
        .Add("status", parsed.GetValue(_status) ?? [])
        .Add("flow", parsed.GetValue(_flow))
        .Add("createdFrom", Moment.ForQuery(parsed.GetValue(_from)))
        .Add("createdTo", Moment.ForQuery(parsed.GetValue(_to)))
        .Add("caller", parsed.GetValue(_caller))
        .Add("called", parsed.GetValue(_called))
        .Add("tag", parsed.GetValue(_tags) ?? [])
        .Add("version", parsed.GetValue(_version));
}
