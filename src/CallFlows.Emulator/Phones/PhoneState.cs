namespace CallFlows.Emulator.Phones;

/// <summary>What a phone is doing.</summary>
public enum PhoneState
{
    /// <summary>Nothing.</summary>
    Idle,

    /// <summary>Somebody calls it.</summary>
    Ringing,

    /// <summary>It calls somebody who hasn't answered yet.</summary>
    Dialling,

    /// <summary>It is in a call.</summary>
    InCall,
}
