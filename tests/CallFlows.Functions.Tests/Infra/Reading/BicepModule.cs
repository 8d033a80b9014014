namespace CallFlows.Functions.Tests.Infra.Reading;

/// <summary>A module that a template uses.</summary>
/// <param name="Name">Its symbol.</param>
/// <param name="Path">Where it is, from the template's folder.</param>
/// <param name="Arguments">The parameters that are given to it.</param>
internal sealed record BicepModule(string Name, string Path, IReadOnlyList<string> Arguments);
