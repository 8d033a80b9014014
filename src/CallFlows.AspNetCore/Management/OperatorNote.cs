using Microsoft.AspNetCore.Http;

namespace CallFlows.AspNetCore.Management;

/// <summary>What an operator says who holds a flow or lets it go on.</summary>
/// <param name="Reason">Why, for the history; null for nothing.</param>
internal sealed record OperatorNote(string? Reason = null)
{
    private const int MaxReasonLength = 1000;

    /// <exception cref="BadRequestException">The body is not such a note.</exception>
    public static async Task<string?> ReadReasonAsync(ManagementRequest request) =>
        Checked((await request.ReadAsync<OperatorNote>("""{"reason":"…"}""").ConfigureAwait(false))?.Reason);

    /// <exception cref="BadRequestException">It is empty or too long.</exception>
    public static string? Checked(string? reason) =>
        reason is null || (!string.IsNullOrWhiteSpace(reason) && reason.Length <= MaxReasonLength)
            ? reason
            : throw new BadRequestException(StatusCodes.Status400BadRequest, $"A reason has 1 to {MaxReasonLength} characters; leave it out for none.");
}
