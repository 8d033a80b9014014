using CallFlows.Emulator.Phones;
using CallFlows.Recognition;

namespace CallFlows.Testing.Callers;

/// <summary>What a person does whenever something is heard.</summary>
public sealed class Reaction
{
    private readonly VirtualCaller _caller;
    private readonly string _words;

    internal Reaction(VirtualCaller caller, string words)
    {
        _caller = caller;
        _words = words;
    }

    /// <summary>Presses keys.</summary>
    /// <param name="keys">The keys: <c>0</c> to <c>9</c>, <c>#</c>, <c>*</c>, <c>A</c> to <c>D</c>.</param>
    /// <returns>The person.</returns>
    /// <exception cref="FormatException">There is no such key.</exception>
    public VirtualCaller Presses(string keys) => Add(PhoneScript.Create().Presses(keys));

    /// <summary>Presses keys.</summary>
    /// <param name="tones">The keys.</param>
    /// <returns>The person.</returns>
    public VirtualCaller Presses(params IReadOnlyList<Recognition.Tone> tones) => Presses(string.Concat(tones.Select(tone => tone.ToChar())));

    /// <summary>Says something.</summary>
    /// <param name="words">The words.</param>
    /// <returns>The person.</returns>
    public VirtualCaller Says(string words) => Add(PhoneScript.Create().Says(words));

    /// <summary>Hangs up.</summary>
    /// <returns>The person.</returns>
    public VirtualCaller HangsUp() => Add(PhoneScript.Create().HangsUp());

    private VirtualCaller Add(PhoneScript reaction)
    {
        _caller.Phone.WhenHears(_words, reaction);
        return _caller;
    }
}
