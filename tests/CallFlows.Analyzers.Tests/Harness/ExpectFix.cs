namespace CallFlows.Analyzers.Tests.Harness;

/// <summary>States what a code fix makes of source.</summary>
internal static class ExpectFix
{
    /// <summary>The first report of a flow's body is fixed so, and what comes out compiles.</summary>
    public static async Task InFlowAsync(string before, string after)
    {
        string? changed = await Fixed.Async(Sources.Flow(before));

        changed.Should().Be(Sources.Flow(after));
        Compiled.Of(changed!).GetDiagnostics().Should().NotContain(found => found.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
    }

    /// <summary>The first report of a helper's body is fixed so, and what comes out compiles.</summary>
    public static async Task InHelperAsync(string before, string after)
    {
        string? changed = await Fixed.Async(Sources.Helper(before));

        changed.Should().Be(Sources.Helper(after));
        Compiled.Of(changed!).GetDiagnostics().Should().NotContain(found => found.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
    }

    /// <summary>The first report of a flow's body has no fix.</summary>
    public static async Task NoneInFlowAsync(string body) => (await Fixed.Async(Sources.Flow(body))).Should().BeNull();
}
