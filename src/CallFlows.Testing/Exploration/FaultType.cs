namespace CallFlows.Testing.Exploration;

/// <summary>What an exploration makes go wrong.</summary>
public enum FaultType
{
    /// <summary>Somebody in a call hangs up: before each activity, and after each callback.</summary>
    HangUp,

    /// <summary>
    /// The application's process dies and comes back after some seconds: before each activity, after each has taken effect but before that is stored,
    /// and after each callback.
    /// </summary>
    Crash,

    /// <summary>A callback is delivered twice.</summary>
    DuplicateCallback,

    /// <summary>A callback is delivered after the next one.</summary>
    SwapCallbacks,

    /// <summary>A callback is never delivered.</summary>
    LoseCallback,

    /// <summary>An action is answered 429, and nothing is done.</summary>
    Throttle,

    /// <summary>An action is answered 500, and nothing is done.</summary>
    ServerError,

    /// <summary>An action takes effect, and its answer is lost.</summary>
    LoseAnswer,

    /// <summary>Somebody who is called declines.</summary>
    Decline,
}
