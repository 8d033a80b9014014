namespace CallFlows.Functions.Tests.StandIns;

/// <summary>Says which official type a stand-in stands for, and where its signatures were checked.</summary>
/// <param name="package">The NuGet package that has the type.</param>
/// <param name="source">Repository and path of the official declaration.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Enum)]
internal sealed class OfficialAttribute(string package, string source) : Attribute
{
    /// <summary>The NuGet package that has the type.</summary>
    public string Package { get; } = package;

    /// <summary>Repository and path of the official declaration.</summary>
    public string Source { get; } = source;
}
