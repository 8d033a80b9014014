namespace CallFlows.AspNetCore.Management;

/// <summary>One page of flows, newest first.</summary>
internal sealed record InstancePage(IReadOnlyList<InstanceView> Instances, string? ContinuationToken);
