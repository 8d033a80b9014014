using System.Reflection;
using System.Runtime.Loader;
using CallFlows.Determinism;

namespace CallFlows.Analyzers.Tests.Harness;

/// <summary>Runs the run-time inspector over compiled source.</summary>
internal static class Loaded
{
    public static IReadOnlyList<DeterminismFinding> Inspect(string source)
    {
        using MemoryStream image = new();
        Compiled.Of(source).Emit(image).Success.Should().BeTrue();
        image.Position = 0;
        Assembly assembly = new AssemblyLoadContext("Inspected").LoadFromStream(image);
        return DeterminismInspector.Inspect(assembly.GetType("Tested")!);
    }
}
