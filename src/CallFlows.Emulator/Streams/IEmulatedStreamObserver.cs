namespace CallFlows.Emulator.Streams;

/// <summary>Is told what passes over streams, so that a clock advanced by hand can wait for the app. Members are called from any thread; be quick.</summary>
public interface IEmulatedStreamObserver
{
    /// <summary>A frame is about to be sent to the app.</summary>
    /// <param name="stream">The stream.</param>
    void Sending(EmulatedStream stream);

    /// <summary>A message of the app was taken.</summary>
    /// <param name="stream">The stream.</param>
    void Received(EmulatedStream stream);

    /// <summary>A socket was closed, or broke.</summary>
    /// <param name="stream">The stream.</param>
    void Closed(EmulatedStream stream);
}
