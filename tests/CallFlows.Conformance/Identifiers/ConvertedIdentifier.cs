using CallFlows.Protocol.Identifiers;

namespace CallFlows.Conformance.Identifiers;

/// <summary>What the official client made of an identifier: its kind, its raw id, and its model on the wire.</summary>
internal sealed record ConvertedIdentifier(string Kind, string RawId, CommunicationIdentifierModel Model);
