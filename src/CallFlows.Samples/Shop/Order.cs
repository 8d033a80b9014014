namespace CallFlows.Samples.Shop;

/// <summary>A customer's order.</summary>
/// <param name="Number">Six digits.</param>
/// <param name="Status">Where it is, as it is said.</param>
public sealed record Order(string Number, string Status);
