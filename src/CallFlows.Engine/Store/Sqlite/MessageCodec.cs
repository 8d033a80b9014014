using System.Text.Json;
using CallFlows.Durable;
using CallFlows.Engine.Instances;

namespace CallFlows.Engine.Store.Sqlite;

/// <summary>Messages between instances as JSON.</summary>
internal static class MessageCodec
{
    private const string Start = "start";
    private const string End = "end";
    private const string Next = "next";

    public static Payload Write(InternalMessage message) => Payload.From(message switch
    {
        SubOrchestrationStart start => new Form(Start)
        {
            Name = start.Name,
            Version = start.Version,
            Payload = start.Input,
            Task = start.Parent,
        },
        SubOrchestrationEnded ended => new Form(End)
        {
            Name = ended.Name,
            Payload = ended.Result,
            Failure = ended.Failure,
            Task = ended.Task,
        },
        NextGeneration next => new Form(Next)
        {
            Generation = next.Generation,
            Payload = next.Input,
            KeepsEvents = next.KeepsEvents,
            Events = next.Events,
            EarlierEventIds = next.EarlierEventIds,
        },
        _ => throw new InvalidOperationException($"A message {message.GetType().Name} is not stored."),
    });

    /// <exception cref="JsonException">It isn't a message.</exception>
    public static StoredMessage Read(string id, string receiver, ReadOnlySpan<byte> json)
    {
        Form form = JsonSerializer.Deserialize<Form>(json, DurableJson.Options)
            ?? throw new JsonException($"The stored message '{id}' is empty.");
        InternalMessage message = form.Kind switch
        {
            Start => new SubOrchestrationStart(form.Name!, form.Version, form.Payload, form.Task),
            End => new SubOrchestrationEnded(form.Task, form.Name!, form.Payload, form.Failure),
            Next => new NextGeneration(form.Generation, form.Payload, form.KeepsEvents, form.Events, form.EarlierEventIds),
            _ => throw new JsonException($"The stored message '{id}' has the unknown kind '{form.Kind}'."),
        };
        message.StoredId = id;
        return new StoredMessage(id, receiver, message);
    }

    private sealed record Form(string Kind)
    {
        public string? Name { get; init; }

        public int Version { get; init; }

        public Payload Payload { get; init; }

        public FailureDetails? Failure { get; init; }

        public TaskKey Task { get; init; }

        public int Generation { get; init; }

        public bool KeepsEvents { get; init; }

        public IReadOnlyList<HistoryEvent> Events { get; init; } = [];

        public IReadOnlyList<string> EarlierEventIds { get; init; } = [];
    }
}
