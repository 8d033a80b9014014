namespace CallFlows.Emulator.Phones;

/// <summary>Why the run of a script is over.</summary>
public enum PhoneScriptEnd
{
    /// <summary>All steps are done.</summary>
    Completed,

    /// <summary>The call ended, or wasn't reached, while steps were left.</summary>
    CallEnded,

    /// <summary>A step couldn't be done in the phone's state.</summary>
    StepImpossible,

    /// <summary>It was stopped.</summary>
    Stopped,
}
