namespace CallFlows.Testing.Exploration;

/// <summary>Where something goes wrong.</summary>
internal enum FaultPoint
{
    /// <summary>An activity is about to run.</summary>
    ActivityBegins,

    /// <summary>An activity has run.</summary>
    ActivityEnds,

    /// <summary>The application has taken a callback.</summary>
    CallbackTaken,

    /// <summary>An event happens at the service, and a callback is to tell of it.</summary>
    Event,

    /// <summary>An action reaches the service.</summary>
    Request,

    /// <summary>A phone is called.</summary>
    Ring,
}
