namespace CallFlows.Conformance.Scenarios;

/// <summary>What is part of Call Automation, can't be reached with the official client and the emulator, and is shown elsewhere.</summary>
internal static class OtherProofs
{
    /// <summary>What, and where it is shown.</summary>
    public static IReadOnlyList<(string What, string Proof)> All { get; } =
    [
        ("`GET {nextLink}`, the next page of participants",
            "The emulator shows two participants on a page here: whoever lists four (create-group-call) has read two pages. The request is one of GetParticipants."),
        ("The hosts that files of recordings are on",
            "The client fetches and deletes files only on the service's own hosts. The scenario names the emulator's files by such a host, and sends what the client asks of it to the emulator, as a resolver of names would."),
    ];
}
