using System.Globalization;
using CallFlows.Emulator.Switchboard;
using CallFlows.Protocol.Rest;

namespace CallFlows.Emulator.Rest;

internal static class RepeatabilityHeaders
{
    /// <summary>The repeatability id of a request; null when it has none or the operation takes none.</summary>
    /// <exception cref="ServiceFault">400/8523 when one of the two headers is missing or malformed.</exception>
    public static Guid? Read(HttpRequest request, CallAutomationOperation operation)
    {
        string? id = request.Headers[WireHeaders.RepeatabilityRequestId];
        string? firstSent = request.Headers[WireHeaders.RepeatabilityFirstSent];
        if (!operation.TakesRepeatability || (id is null && firstSent is null))
            return null;
        if (!Guid.TryParse(id, out Guid requestId))
            throw ServiceFault.Invalid($"The header {WireHeaders.RepeatabilityRequestId} is missing or not a UUID.");
        if (!DateTimeOffset.TryParseExact(firstSent, "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            throw ServiceFault.Invalid(
                $"The header {WireHeaders.RepeatabilityFirstSent} is missing or not a date like 'Tue, 04 Mar 2025 10:20:30 GMT'.");
        }

        return requestId;
    }
}
