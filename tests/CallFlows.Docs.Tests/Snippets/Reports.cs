using CallFlows.Calls;
using CallFlows.Durable;
using CallFlows.Flows;
using CallFlows.Recordings;
using CallFlows.ServiceEvents;

namespace CallFlows.Docs.Tests.Snippets;

/// <summary>After a call: its recording's files, and what the service reports.</summary>
public static class Afterwards
{
    /// <summary>Keeps a message that was left.</summary>
    public static async Task Keep(Call call, Recording recording)
    {
        await call.Ended;
        foreach (RecordingFile file in await recording.FilesAsync())
        {
            await call.Flow.RunAsync(new KeepMessage(file));
        }
    }

    /// <summary>How long the whole call lasted.</summary>
    public static async Task<TimeSpan?> Length(Call call)
    {
        CallReportStream reports = await call.ListenToReportsAsync();
        await call.Ended;
        CallEnded? report = await reports.NextAsync<CallEnded>(within: TimeSpan.FromHours(1));
        return report?.Duration;
    }
}

/// <summary>A message to keep.</summary>
/// <param name="File">Where it is.</param>
public sealed record KeepMessage(RecordingFile File) : IActivity<string>;

/// <summary>Copies messages to a folder.</summary>
public sealed class KeepMessageHandler(IRecordingFiles files) : IActivityHandler<KeepMessage, string>
{
    /// <inheritdoc/>
    public async Task<string> HandleAsync(KeepMessage request, ActivityContext context, CancellationToken cancellationToken)
    {
        string path = Path.Combine("messages", $"{request.File.DocumentId}.wav");
        await using FileStream copy = File.Create(path);
        await files.DownloadToAsync(request.File.ContentLocation, copy, cancellationToken: cancellationToken);
        await files.DeleteAsync(request.File.DeleteLocation!, cancellationToken);
        return path;
    }
}

/// <summary>Counts calls, whatever flow they had.</summary>
public sealed class CallStatistics(TimeProvider time) : ICallEventHandler<CallEnded>
{
    /// <summary>How long all calls lasted that ended today.</summary>
    public TimeSpan Today { get; private set; }

    /// <inheritdoc/>
    public Task HandleAsync(CallEnded serviceEvent, CancellationToken cancellationToken)
    {
        if (serviceEvent.Time?.Date == time.GetUtcNow().Date)
        {
            Today += serviceEvent.Duration ?? TimeSpan.Zero;
        }

        return Task.CompletedTask;
    }
}
