using System.Text.Json.Serialization;
using CallFlows.Endpoints;

namespace CallFlows.Actions;

/// <summary>What went wrong with an action, as data.</summary>
/// <param name="Action">The action's name.</param>
/// <param name="Status">The HTTP status of the answer, or the code of the failure event; 0 when the service could not be reached.</param>
/// <param name="Code">The service's own error code, or null.</param>
/// <param name="SubCode">The service's sub code, or null.</param>
/// <param name="Message">What the service said. Phone numbers in it are masked, because it gets into transcripts, logs and histories.</param>
public sealed record CallActionError(string Action, int Status, string? Code, int? SubCode, string Message)
{
    /// <summary>What the service said, with phone numbers masked.</summary>
    public string Message { get; init => field = PhoneNumber.MaskIn(value); } = PhoneNumber.MaskIn(Message);

    /// <summary>
    /// Whether the action may have happened all the same: the answer was lost, and sending it again might do it twice. Only of actions
    /// that aren't <see cref="CallAction.IsRepeatable">repeatable</see>; of others the same request is simply sent again.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool MayHaveHappened { get; init; }

    /// <summary>Whether the same request may succeed later: no answer, 408, 429 or a server error.</summary>
    [JsonIgnore]
    public bool IsTransient => Status is 0 or 408 or 429 or 500 or 502 or 503 or 504;

    /// <summary>The error in one line.</summary>
    public override string ToString() =>
        $"{Action} failed: {Message} (status {Status}{(Code is null ? "" : $", code {Code}")}{(SubCode is null ? "" : $", sub code {SubCode}")})";
}
