namespace CallFlows.Recognition;

/// <summary>A key of a phone.</summary>
public enum Tone
{
    /// <summary>0</summary>
    Zero,

    /// <summary>1</summary>
    One,

    /// <summary>2</summary>
    Two,

    /// <summary>3</summary>
    Three,

    /// <summary>4</summary>
    Four,

    /// <summary>5</summary>
    Five,

    /// <summary>6</summary>
    Six,

    /// <summary>7</summary>
    Seven,

    /// <summary>8</summary>
    Eight,

    /// <summary>9</summary>
    Nine,

    /// <summary>The letter A.</summary>
    A,

    /// <summary>The letter B.</summary>
    B,

    /// <summary>The letter C.</summary>
    C,

    /// <summary>The letter D.</summary>
    D,

    /// <summary>#</summary>
    Pound,

    /// <summary>*</summary>
    Asterisk,
}
