using System.Text.Json;

namespace CallFlows.Benchmarks.Processes;

/// <summary>What the process that started this one tells it.</summary>
internal static class LineInput
{
    /// <summary>The next message, or null when there will be none. Waits on a thread of its own: the console's reader blocks, and the pool is under load.</summary>
    public static Task<T?> ReadAsync<T>()
        where T : class =>
        Task.Factory.StartNew(
            () => Console.In.ReadLine() is { } line ? JsonSerializer.Deserialize<T>(line, LineJson.Options) : null,
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>Answers.</summary>
    public static void Answer<T>(T message) => Console.WriteLine(JsonSerializer.Serialize(message, LineJson.Options));
}
