using CallFlows.Events;
using CallFlows.Streams;

namespace CallFlows.Flows.Running.Continuing;

/// <summary>What a flow knows of a stream of a call, for its next execution.</summary>
internal sealed record CarriedStream(StreamStatus Status, string? StatusDetails = null, ResultInformation? Result = null);
