namespace CallFlows.Emulator.Phones;

/// <summary>A key of a telephone: DTMF 0–9, A–D, # and *.</summary>
public enum Tone
{
    /// <summary>0.</summary>
    Zero,

    /// <summary>1.</summary>
    One,

    /// <summary>2.</summary>
    Two,

    /// <summary>3.</summary>
    Three,

    /// <summary>4.</summary>
    Four,

    /// <summary>5.</summary>
    Five,

    /// <summary>6.</summary>
    Six,

    /// <summary>7.</summary>
    Seven,

    /// <summary>8.</summary>
    Eight,

    /// <summary>9.</summary>
    Nine,

    /// <summary>A, of the fourth column.</summary>
    A,

    /// <summary>B, of the fourth column.</summary>
    B,

    /// <summary>C, of the fourth column.</summary>
    C,

    /// <summary>D, of the fourth column.</summary>
    D,

    /// <summary>The # key.</summary>
    Pound,

    /// <summary>The * key.</summary>
    Asterisk,
}
