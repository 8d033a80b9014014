namespace CallFlows.Durable;

/// <summary>What became of a raised event.</summary>
public enum RaiseEventResult
{
    /// <summary>Stored durably; the instance will get it.</summary>
    Accepted,

    /// <summary>An event with this id was stored before; nothing changed.</summary>
    Duplicate,

    /// <summary>There is no such instance.</summary>
    NotFound,

    /// <summary>The instance has ended; nothing changed.</summary>
    Finished,
}
