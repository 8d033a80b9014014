using CallFlows.Durable;
using CallFlows.Engine.Activities;
using CallFlows.Engine.Instances;
using CallFlows.Engine.Store;

namespace CallFlows.Engine;

/// <summary>An activity in the hands of an <see cref="ActivityPacer"/>: run it, then complete it, each once.</summary>
public sealed class PacedActivity
{
    private readonly ActivityDispatcher _dispatcher;
    private readonly ActivityWork _work;
    private ActivityEnded? _ended;

    internal PacedActivity(ActivityDispatcher dispatcher, ActivityWork work, bool isRedelivered)
    {
        _dispatcher = dispatcher;
        _work = work;
        Context = work.ContextOf(isRedelivered);
    }

    /// <summary>What is to be run.</summary>
    public ActivityContext Context { get; }

    /// <summary>Runs its code. What it comes to, an error too, is kept until <see cref="Complete"/>.</summary>
    public async Task RunAsync() => _ended = await _dispatcher.ExecuteAsync(_work, Context).ConfigureAwait(false);

    /// <summary>Hands on what it came to: the instance goes on. Nothing to do when the engine's stop has cancelled it.</summary>
    public void Complete() => _dispatcher.Complete(_work, _ended);
}
