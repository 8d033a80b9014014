namespace CallFlows.Functions.Tests.Infra.Reading;

/// <summary>What a template declares at its top: a parameter or an output.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type, such as <c>string</c>.</param>
/// <param name="IsRequired">Whether it has no value of its own.</param>
/// <param name="Decorators">What stands above it, as written.</param>
internal sealed record BicepDeclaration(string Name, string Type, bool IsRequired, string Decorators)
{
    public bool Has(string decorator) => Decorators.Contains($"@{decorator}(", StringComparison.Ordinal);
}
