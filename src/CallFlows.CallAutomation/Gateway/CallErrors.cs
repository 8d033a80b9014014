using System.Globalization;
using System.Text.Json;
using CallFlows.Actions;
using CallFlows.Protocol;
using CallFlows.Protocol.Rest;

namespace CallFlows.CallAutomation.Gateway;

/// <summary>Makes the exceptions of failed actions; none of them shows a ringing call's token.</summary>
internal static class CallErrors
{
    private const int LongestMessage = 500;

    public static CallActionException FromAnswer(CallAction action, int status, string reasonPhrase, ReadOnlySpan<byte> body)
    {
        CommunicationErrorModel? error = ReadBody(body);
        string message = string.IsNullOrWhiteSpace(error?.Message) ? $"The service answered {status} {reasonPhrase}".TrimEnd() + "." : error.Message;
        int? subCode = int.TryParse(error?.Code, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
        return new(new CallActionError(action.Name, status, error?.Code, subCode, Clean(message, action)));
    }

    public static CallActionException Unreachable(CallAction action, Exception problem) =>
        new(new CallActionError(action.Name, 0, null, null, $"The service could not be reached. {Clean(problem.Message, action)}"), problem);

    public static CallActionException UnusableAnswer(CallAction action, int status, string what, Exception? problem = null) =>
        new(new CallActionError(action.Name, status, null, null, $"The service's answer can't be used: {what}"), problem);

    private static CommunicationErrorModel? ReadBody(ReadOnlySpan<byte> body)
    {
        try
        {
            return body.IsEmpty ? null : ProtocolJson.Read<CommunicationErrorResponse>(body).Error;
        }
        catch (JsonException)
        {
            // A gateway on the way may answer with HTML; the status alone then says what happened.
            return null;
        }
    }

    private static string Clean(string message, CallAction action)
    {
        string? secret = action switch
        {
            AnswerCall answer => answer.IncomingCallContext,
            RedirectCall redirect => redirect.IncomingCallContext,
            RejectCall reject => reject.IncomingCallContext,
            _ => null,
        };
        string clean = string.IsNullOrEmpty(secret) ? message : message.Replace(secret, "[incoming call context]", StringComparison.Ordinal);
        return clean.Length <= LongestMessage ? clean : clean[..LongestMessage] + "…";
    }
}
