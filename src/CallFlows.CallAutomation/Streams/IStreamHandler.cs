namespace CallFlows.CallAutomation.Streams;

/// <summary>
/// Takes a call's stream of sound or of transcription: the application's own code. One object serves one socket, made from the services of
/// its request. When the handler returns before the service has closed the socket, the socket is closed, and the service takes that for a
/// break: it may connect again.
/// </summary>
public interface IStreamHandler
{
    /// <summary>Reads the stream, usually to its end.</summary>
    /// <param name="stream">The socket.</param>
    /// <param name="cancellationToken">Cancelled when the socket breaks or the application stops.</param>
    /// <returns>Completes when the application has had enough.</returns>
    Task HandleAsync(CallStreamConnection stream, CancellationToken cancellationToken);
}
