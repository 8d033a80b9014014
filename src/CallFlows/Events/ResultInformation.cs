using CallFlows.Endpoints;

namespace CallFlows.Events;

/// <summary>How the service rates an outcome. A code says nothing without its event: some successes carry 400 or 487.</summary>
/// <param name="Code">Shaped like an HTTP status.</param>
/// <param name="SubCode">The service's finer code; 0 for none.</param>
/// <param name="Message">For people. Phone numbers in it are masked, because it gets into transcripts, logs and histories.</param>
public sealed record ResultInformation(int Code, int SubCode, string? Message)
{
    /// <summary>For people, with phone numbers masked.</summary>
    public string? Message { get; init => field = value is null ? null : PhoneNumber.MaskIn(value); } =
        Message is null ? null : PhoneNumber.MaskIn(Message);
}
