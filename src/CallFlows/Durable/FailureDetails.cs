namespace CallFlows.Durable;

/// <summary>What an exception looked like where it was thrown, in a form that survives storage.</summary>
/// <param name="ErrorType">The exception's full type name.</param>
/// <param name="Message">Its message.</param>
/// <param name="StackTrace">Its stack trace, or null.</param>
/// <param name="Inner">The details of its inner exception, or null.</param>
public sealed record FailureDetails(string ErrorType, string Message, string? StackTrace = null, FailureDetails? Inner = null)
{
    /// <summary>Takes the details of an exception and of those inside it.</summary>
    public static FailureDetails From(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return new FailureDetails(
            exception.GetType().FullName ?? exception.GetType().Name,
            exception.Message,
            exception.StackTrace,
            exception.InnerException is { } inner ? From(inner) : null);
    }
}
