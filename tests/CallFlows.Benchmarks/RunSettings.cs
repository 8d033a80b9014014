namespace CallFlows.Benchmarks;

/// <summary>How long and how often everything is measured.</summary>
/// <param name="IsQuick">A smoke run: shows that everything works, its numbers mean nothing.</param>
/// <param name="Folder">Where stores go.</param>
/// <param name="Callers">How many callers at once hold short calls: one table row each.</param>
internal sealed record RunSettings(bool IsQuick, string Folder, IReadOnlyList<int> Callers)
{
    public int Rounds => IsQuick ? 1 : 5;

    public TimeSpan RoundLength => IsQuick ? TimeSpan.FromSeconds(0.3) : TimeSpan.FromSeconds(3);

    public TimeSpan WarmUpLength => IsQuick ? TimeSpan.FromSeconds(0.1) : TimeSpan.FromSeconds(3);
}
