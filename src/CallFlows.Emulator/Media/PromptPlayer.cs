using CallFlows.Emulator.Hosting;
using CallFlows.Emulator.Switchboard;

namespace CallFlows.Emulator.Media;

/// <summary>Plays prompts one after another on the switchboard's clock.</summary>
internal sealed class PromptPlayer(
    EmulatorOptions options, SwitchboardQueue queue, WorkTracker work, PromptInspector inspector,
    IReadOnlyList<Prompt> prompts, bool loop, Func<IReadOnlyList<Participant>> audience)
{
    private readonly CancellationTokenSource _cancelled = new();
    private IDisposable? _timer;
    private Playback? _playing;
    private bool _stopped;

    public Action Started { get; init; } = () => { };

    public required Action Finished { get; init; }

    /// <summary>Called instead of <see cref="Started"/>, with the index of the first prompt that can't be played.</summary>
    public required Action<int, ResultInfo> Failed { get; init; }

    public void Start()
    {
        ValueTask<PromptInspection>[] inspections =
            prompts.Select(prompt => inspector.InspectAsync(prompt, _cancelled.Token)).ToArray();
        if (inspections.All(inspection => inspection.IsCompletedSuccessfully))
            Prepared(inspections.Select(inspection => inspection.Result).ToArray());
        else
            _ = WaitAsync(inspections.Select(inspection => inspection.AsTask()).ToArray());
    }

    /// <summary>Ends at once, without any further call-back.</summary>
    public void Stop()
    {
        if (_stopped)
            return;
        _stopped = true;
        _cancelled.Cancel();
        _timer?.Dispose();
        EndPlaying(interrupted: true);
    }

    private async Task WaitAsync(Task<PromptInspection>[] inspections)
    {
        using WorkTracker.Scope scope = work.Begin();
        PromptInspection[] results;
        try
        {
            results = await Task.WhenAll(inspections);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        queue.Post(() => Prepared(results));
    }

    private void Prepared(PromptInspection[] inspections)
    {
        if (_stopped)
            return;
        _timer = queue.Schedule(options.Latency, () =>
        {
            int bad = Array.FindIndex(inspections, inspection => inspection.Failure is not null);
            if (bad >= 0)
            {
                _stopped = true;
                Failed(bad, inspections[bad].Failure!.Value);
                return;
            }

            Started();
            Play(inspections, 0);
        });
    }

    private void Play(PromptInspection[] inspections, int index)
    {
        EndPlaying(interrupted: false);
        if (_stopped)
            return;
        if (index == prompts.Count && !loop)
        {
            _stopped = true;
            Finished();
            return;
        }

        int current = index % prompts.Count;
        _playing = new Playback(prompts[current], audience());
        _timer = queue.Schedule(inspections[current].Duration, () => Play(inspections, current + 1));
        _playing.Begin();
    }

    private void EndPlaying(bool interrupted)
    {
        Playback? ended = _playing;
        _playing = null;
        ended?.End(interrupted);
    }
}
