namespace CallFlows.Cli;

/// <summary>A command that can't be done. Its message is the one line that is shown.</summary>
internal sealed class CommandFailedException(string message, int exitCode = ExitCodes.Failed, Exception? innerException = null)
    : Exception(message, innerException)
{
    public int ExitCode { get; } = exitCode;
}
