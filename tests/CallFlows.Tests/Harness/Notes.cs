using CallFlows.Flows;

namespace CallFlows.Tests.Harness;

/// <summary>Notes as flows write them.</summary>
internal static class Notes
{
    public static Task NoteAsync(this FlowContext flow, string text) => flow.RunAsync(new Note(text));
}
