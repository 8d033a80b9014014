namespace CallFlows.CallAutomation.Streams;

/// <summary>Is told what passes over calls' web sockets, so that a clock under test can wait for it. Members are called from any thread; be quick.</summary>
public interface IStreamObserver
{
    /// <summary>A handler asks for the next frame: it is done with the one before.</summary>
    /// <param name="stream">The socket.</param>
    /// <param name="taken">How many frames it has had.</param>
    void Waiting(CallStreamConnection stream, long taken);

    /// <summary>A frame is about to be sent to the service.</summary>
    /// <param name="stream">The socket.</param>
    void Sending(CallStreamConnection stream);

    /// <summary>A handler has ended.</summary>
    /// <param name="stream">The socket.</param>
    void Ended(CallStreamConnection stream);
}
