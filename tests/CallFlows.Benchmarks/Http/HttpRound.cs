using CallFlows.Benchmarks.Http.App;
using CallFlows.Benchmarks.Http.Load;

namespace CallFlows.Benchmarks.Http;

/// <summary>One round of calls over HTTP.</summary>
/// <param name="Load">What the load generator has seen.</param>
/// <param name="App">What the application used meanwhile.</param>
internal sealed record HttpRound(HttpLoadResult Load, AppAnswer App);
