namespace CallFlows.Conformance.Scenarios;

/// <summary>What the official package has, as the Node program read it from the package.</summary>
/// <param name="Version">Of the package.</param>
/// <param name="Methods"><c>Class.method</c>.</param>
/// <param name="Options"><c>Class.method: option</c>, and <c>Interface: property</c> for what is nested in options.</param>
/// <param name="EventTypes">Types that its parser knows.</param>
internal sealed record OfficialPackage(
    string Version, IReadOnlyList<string> Methods, IReadOnlyList<string> Options, IReadOnlyList<string> EventTypes);
