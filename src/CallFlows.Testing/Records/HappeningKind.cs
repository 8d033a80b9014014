namespace CallFlows.Testing.Records;

/// <summary>What kind of thing happened in a test.</summary>
public enum HappeningKind
{
    /// <summary>A phone dialled.</summary>
    Dialled,

    /// <summary>A phone started to ring.</summary>
    Ringing,

    /// <summary>A phone stopped ringing, declined, was busy, or was not answered.</summary>
    NotAnswered,

    /// <summary>A phone is in a call.</summary>
    Connected,

    /// <summary>A prompt began to be heard.</summary>
    Heard,

    /// <summary>A prompt is heard no more: it has ended, or was broken off.</summary>
    PromptOver,

    /// <summary>Keys were pressed.</summary>
    Pressed,

    /// <summary>Somebody said something.</summary>
    Said,

    /// <summary>Something else was noticed at a phone, such as being put on hold.</summary>
    Noticed,

    /// <summary>A phone's call ended: it hung up, or was hung up on.</summary>
    Ended,

    /// <summary>The service carried an action of a flow out.</summary>
    Action,

    /// <summary>An action came to an error.</summary>
    ActionFailed,

    /// <summary>The application took a callback.</summary>
    Callback,

    /// <summary>An activity of the author's was run.</summary>
    Activity,

    /// <summary>A flow ended.</summary>
    FlowEnded,

    /// <summary>Something was made to go wrong.</summary>
    Fault,
}
