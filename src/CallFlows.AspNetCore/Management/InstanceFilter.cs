using CallFlows.Durable;
using CallFlows.Endpoints;
using CallFlows.Flows;
using Microsoft.AspNetCore.Http;

namespace CallFlows.AspNetCore.Management;

/// <summary>Which flows a list is asked for.</summary>
/// <param name="Query">What the engine chooses by.</param>
/// <param name="Version">Only flows of this version; null for all.</param>
internal sealed record InstanceFilter(OrchestrationQuery Query, int? Version)
{
    public const string Flow = "flow";
    public const string Status = "status";

    private const string CreatedFrom = "createdFrom";
    private const string CreatedTo = "createdTo";
    private const string PageSize = "pageSize";
    private const string Tag = "tag";
    private const string VersionParameter = "version";

    private const int DefaultPageSize = 100;

    /// <exception cref="BadRequestException">A parameter can't be understood.</exception>
    public static InstanceFilter Read(ManagementQuery query)
    {
        query.AllowOnly(
            Status, Flow, CreatedFrom, CreatedTo, FlowTags.Caller, FlowTags.Called, Tag, VersionParameter, PageSize, ManagementQuery.ContinuationToken);
        OrchestrationQuery orchestrations = new()
        {
            Statuses = ReadStatuses(query),
            Name = query.Text(Flow),
            ExceptNames = query.Text(Flow) is null ? BookkeepingFlows.Names : [],
            Tags = ReadTags(query),
            CreatedFrom = query.Time(CreatedFrom),
            CreatedBefore = query.Time(CreatedTo),
            PageSize = query.Number(PageSize, 1, InstanceSearch.MaxPageSize) ?? DefaultPageSize,
            ContinuationToken = query.Text(ManagementQuery.ContinuationToken),
        };
        return new InstanceFilter(orchestrations, query.Number(VersionParameter, 1, int.MaxValue));
    }

    /// <summary>Statuses by name, separated by commas or repeated; none for all.</summary>
    public static IReadOnlyList<OrchestrationStatus> ReadStatuses(ManagementQuery query) =>
        [.. query.All(Status).SelectMany(value => value.Split(',')).Select(ReadStatus).Distinct()];

    private static OrchestrationStatus ReadStatus(string text)
    {
        foreach (OrchestrationStatus status in Enum.GetValues<OrchestrationStatus>())
        {
            if (string.Equals(status.ToString(), text.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                return status;
            }
        }

        string all = string.Join(", ", Enum.GetNames<OrchestrationStatus>()).ToLowerInvariant();
        throw new BadRequestException(StatusCodes.Status400BadRequest, $"There is no status '{text}'; there are {all}.");
    }

    private static Dictionary<string, string> ReadTags(ManagementQuery query)
    {
        Dictionary<string, string> tags = new(StringComparer.Ordinal);
        foreach (string party in new[] { FlowTags.Caller, FlowTags.Called })
        {
            if (query.Text(party) is { } text)
            {
                tags.Add(party, ReadEndpoint(party, text).RawId);
            }
        }

        foreach (string tag in query.All(Tag))
        {
            if (tag.Split(':', 2) is not [{ Length: > 0 } name, var value])
            {
                throw new BadRequestException(StatusCodes.Status400BadRequest, $"A tag is asked for as {Tag}=name:value.");
            }

            if (!tags.TryAdd(name, value))
            {
                throw new BadRequestException(StatusCodes.Status400BadRequest, $"The tag '{name}' is asked for twice; a flow has one value of it.");
            }
        }

        return tags;
    }

    /// <summary>A number without its plus sign, or a name, would find nothing and not say why.</summary>
    private static CallEndpoint ReadEndpoint(string parameter, string text) =>
        CallEndpoint.TryParse(ManagementQuery.WithPlusSigns(text), out CallEndpoint? endpoint)
        && (endpoint is not UnknownEndpoint || endpoint.RawId.Contains(':', StringComparison.Ordinal))
            ? endpoint
            : throw new BadRequestException(
                StatusCodes.Status400BadRequest, $"{parameter} must be a phone number such as +14255550123, or a raw id such as 8:acs:….");
}
