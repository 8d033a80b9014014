using CallFlows.Emulator.Phones;
using CallFlows.Endpoints;

namespace CallFlows.Local.Demo;

/// <summary>One person of the demo: what they do, and what must come of it.</summary>
/// <param name="Person">A first name.</param>
/// <param name="Phone">Their phone.</param>
/// <param name="Story">What happens, in words.</param>
/// <param name="Script">What their phone does.</param>
/// <param name="ScriptEnd">How the script must end.</param>
/// <param name="Outcome">The outcome that their flow must have.</param>
internal sealed record DemoCall(
    string Person, PhoneNumber Phone, string Story, PhoneScript Script, PhoneScriptEnd ScriptEnd, string Outcome);
