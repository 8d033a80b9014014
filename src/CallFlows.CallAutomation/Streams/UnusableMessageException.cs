using System.Net.WebSockets;

namespace CallFlows.CallAutomation.Streams;

/// <summary>A message on a call's web socket is of a form that can't be a frame.</summary>
public sealed class UnusableMessageException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="closeStatus">What the socket is to be closed with.</param>
    /// <param name="problem">What is wrong, as a sentence.</param>
    public UnusableMessageException(WebSocketCloseStatus closeStatus, string problem)
        : base(problem) => CloseStatus = closeStatus;

    /// <summary>What the socket is to be closed with.</summary>
    public WebSocketCloseStatus CloseStatus { get; }
}
