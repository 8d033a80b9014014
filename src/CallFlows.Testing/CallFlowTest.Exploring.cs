using CallFlows.Testing.Exploration;

namespace CallFlows.Testing;

/// <content>Fault exploration.</content>
public sealed partial class CallFlowTest
{
    private readonly List<Invariant> _invariants = [];

    /// <summary>States what must be so at every moment of every run.</summary>
    /// <param name="invariant">It in words, such as <c>an order is saved at most once</c>.</param>
    /// <param name="holds">Whether it is so. Called after everything that happens: be quick, and change nothing.</param>
    public CallFlowTest Always(string invariant, Func<CallFlowTest, bool> holds) => Add(invariant, holds, onlyAtTheEnd: false);

    /// <summary>States what must not be so at any moment of any run.</summary>
    /// <param name="invariant">It in words, such as <c>recording is on while digits are asked</c>.</param>
    /// <param name="is">Whether it is so. Called after everything that happens: be quick, and change nothing.</param>
    public CallFlowTest Never(string invariant, Func<CallFlowTest, bool> @is)
    {
        ArgumentNullException.ThrowIfNull(@is);
        return Add($"never: {invariant}", run => !@is(run), onlyAtTheEnd: false);
    }

    /// <summary>States what must be so when every flow of a run has ended.</summary>
    /// <param name="invariant">It in words.</param>
    /// <param name="holds">Whether it is so.</param>
    public CallFlowTest AtTheEnd(string invariant, Func<CallFlowTest, bool> holds) => Add(invariant, holds, onlyAtTheEnd: true);

    /// <summary>
    /// Runs a story again and again. First as it is written; then with something going wrong at every point in turn: somebody hangs up, the process
    /// dies, a callback comes twice, late or never, an action is refused or its answer lost, somebody declines. Every run is a world of its own, and
    /// the same each time.
    /// </summary>
    /// <param name="story">The story. It gets the test of its run, and uses nothing outside of it that changes.</param>
    /// <param name="configure">Changes how far it goes; null for the defaults.</param>
    /// <returns>What was run.</returns>
    /// <exception cref="ExplorationException">
    /// A run goes wrong: an invariant is broken, a flow fails or never ends, or the story changes where nobody may notice anything. Its message is the
    /// report of the smallest such run.
    /// </exception>
    /// <exception cref="InvalidOperationException">The test has begun, or gives the application one instance that all runs would share.</exception>
    public async Task<ExplorationResult> ExploreAsync(Func<CallFlowTest, Task> story, Action<ExplorationOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(story);
        RequireNotBegun();
        if (_plan.SharedInstances.Count > 0)
        {
            throw new InvalidOperationException(
                $"All runs would share one {string.Join(", ", _plan.SharedInstances)}. Have each run make its own: With(() => new …).");
        }

        ExplorationOptions options = new();
        configure?.Invoke(options);
        ExplorationResult result = await new Explorer(_plan, [.. _invariants], story, options).RunAsync().ConfigureAwait(false);
        return result.Finding is null ? result : throw new ExplorationException(result);
    }

    private CallFlowTest Add(string invariant, Func<CallFlowTest, bool> holds, bool onlyAtTheEnd)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(invariant);
        ArgumentNullException.ThrowIfNull(holds);
        RequireNotBegun();
        _invariants.Add(new Invariant(invariant, holds, onlyAtTheEnd));
        return this;
    }
}
