using CallFlows.Flows.Addressing;

namespace CallFlows.Flows;

/// <summary>Orchestrations that run no author's code and only keep account of others. Lists for people leave them out.</summary>
public static class BookkeepingFlows
{
    /// <summary>Their names. <c>CallFlows.Address</c>: which flow a recording or a call belongs to.</summary>
    public static IReadOnlyList<string> Names { get; } = [AddressBook.Entry];
}
