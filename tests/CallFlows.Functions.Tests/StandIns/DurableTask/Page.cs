using CallFlows.Functions.Tests.StandIns;

namespace Microsoft.DurableTask;

[Official("Microsoft.DurableTask.Abstractions", "microsoft/durabletask-dotnet: src/Abstractions/Page.cs")]
public sealed class Page<T>(IReadOnlyList<T> values, string? continuationToken = null)
    where T : notnull
{
    public IReadOnlyList<T> Values { get; } = values;

    public string? ContinuationToken { get; } = continuationToken;
}
