using CallFlows.Benchmarks.Stores;

namespace CallFlows.Benchmarks.Http.App;

/// <summary>How the application under load is made.</summary>
/// <param name="Store">Where its engine stores.</param>
/// <param name="Folder">The store's folder.</param>
/// <param name="FeedPort">Where it reports actions to.</param>
/// <param name="ConnectionString">The service.</param>
/// <param name="MetadataAddress">Metadata of the service's tokens.</param>
/// <param name="Audience">For whom tokens are meant.</param>
/// <param name="InProcessKeys">The keys of those tokens as JSON when the service is answered for in the process; null when it is reached over HTTP.</param>
internal sealed record AppCase(
    StoreKind Store, string Folder, int FeedPort, string ConnectionString, Uri MetadataAddress, string Audience, string? InProcessKeys);
