using CallFlows.Protocol.Tests.Recordings;

namespace CallFlows.Emulator.Tests.Fidelity;

/// <summary>A story that the service was recorded in, or that was told of it.</summary>
/// <param name="Name">Of the files with its expected shapes.</param>
/// <param name="RestRecording">Of the recorded exchanges; null when there are none.</param>
/// <param name="RestVersion">The api-version of those exchanges.</param>
/// <param name="EventRecording">Of the recorded events; null when there are none.</param>
internal sealed record Scenario(string Name, string? RestRecording, string RestVersion, string? EventRecording)
{
    /// <summary>The version of all recorded events here.</summary>
    public const string EventVersion = "2024-09-01-preview";

    public static readonly IReadOnlyList<Scenario> All =
    [
        Recorded("create-call-and-hang-up"),
        Recorded("play-to-all"),
        new("recognize-silence", "recognize-dtmf-net-20250724", "2025-08-15-preview", "recognize-dtmf-silence-timeout"),
        new("dtmf-actions", "dtmf-actions", EventVersion, "dtmf-actions-run2"),
        Recorded("hold-unhold"),
        Recorded("add-participant-and-get-call"),
        Recorded("cancel-add-participant"),
        Recorded("start-recording-and-hang-up"),
        Recorded("create-call-media-streaming") with { LacksTheOtherEnding = true },
        new("reject", null, EventVersion, null),
    ];

    /// <summary>Whether the recorder stopped before it was told that the call had ended for the side that did not end it.</summary>
    public bool LacksTheOtherEnding { get; init; }

    public static TheoryData<string> Names => new(All.Select(scenario => scenario.Name));

    public static Scenario Of(string name) => All.Single(scenario => scenario.Name == name);

    public IReadOnlyList<string> ExpectedRest => Expected("rest");

    public IReadOnlyList<string> ExpectedEvents => Expected("events");

    public IReadOnlyList<RecordedLine> RecordedRest =>
        RestRecording is null ? [] : RecordedFiles.Recordings(RestRecording + ".http.jsonl");

    public IReadOnlyList<RecordedLine> RecordedEvents =>
        EventRecording is null ? [] : RecordedFiles.Recordings(EventRecording + ".events.jsonl");

    private static Scenario Recorded(string name) => new(name, name, EventVersion, name);

    private string[] Expected(string kind) =>
        File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Fidelity", "Expected", $"{Name}.{kind}.txt"));
}
