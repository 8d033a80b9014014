namespace CallFlows.Emulator.Phones;

/// <summary>What happened at a phone.</summary>
public enum PhoneLogKind
{
    /// <summary>It started to ring.</summary>
    Ringing,

    /// <summary>It stopped ringing unanswered.</summary>
    RingStopped,

    /// <summary>It dialled.</summary>
    Dialled,

    /// <summary>The party it dialled wasn't reached; the text says why.</summary>
    DialFailed,

    /// <summary>It declined a call.</summary>
    Declined,

    /// <summary>It turned a call away as busy.</summary>
    TurnedAwayBusy,

    /// <summary>It is in a call.</summary>
    Connected,

    /// <summary>A prompt started.</summary>
    PromptStarted,

    /// <summary>A prompt played to its end.</summary>
    PromptEnded,

    /// <summary>A prompt stopped before its end.</summary>
    PromptInterrupted,

    /// <summary>It pressed keys.</summary>
    Pressed,

    /// <summary>It said something.</summary>
    Said,

    /// <summary>It played sound; the text says how long.</summary>
    PlayedAudio,

    /// <summary>It heard keys pressed by others.</summary>
    HeardTones,

    /// <summary>It heard somebody speak.</summary>
    HeardSpeech,

    /// <summary>It was put on hold.</summary>
    PutOnHold,

    /// <summary>It was taken off hold.</summary>
    TakenOffHold,

    /// <summary>It hung up.</summary>
    HungUp,

    /// <summary>The call ended from elsewhere; the text says how.</summary>
    Disconnected,
}
