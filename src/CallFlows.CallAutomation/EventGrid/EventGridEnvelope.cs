namespace CallFlows.CallAutomation.EventGrid;

/// <summary>What is known of every event, in either schema.</summary>
/// <param name="Index">Where it stands in the delivery, from 0.</param>
/// <param name="Id">Names the event; a repeated delivery has the same id. Null when it could not be read.</param>
/// <param name="Type">Its type, e.g. <c>Microsoft.Communication.IncomingCall</c>. Null when it could not be read.</param>
/// <param name="Subject">What it is about, e.g. a recording. Null when it could not be read.</param>
/// <param name="Time">When it happened, if it says so.</param>
public sealed record EventGridEnvelope(int Index, string? Id, string? Type, string? Subject, DateTimeOffset? Time);
