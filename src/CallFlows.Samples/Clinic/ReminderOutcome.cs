namespace CallFlows.Samples.Clinic;

/// <summary>What came of reminding a patient.</summary>
public enum ReminderOutcome
{
    /// <summary>Nobody could be reached.</summary>
    NotReached,

    /// <summary>The patient comes.</summary>
    Kept,

    /// <summary>The patient does not come.</summary>
    Cancelled,
}
