namespace CallFlows.Engine.Instances;

/// <summary>
/// Runners in a line, tied to one another so that standing in it takes no memory of its own. A runner is in one line at most. Not safe for
/// several threads.
/// </summary>
internal sealed class RunnerLine
{
    private InstanceRunner? _last;

    public InstanceRunner? First { get; private set; }

    public int Count { get; private set; }

    public void AddLast(InstanceRunner runner)
    {
        runner.IsInLine = true;
        runner.Before = _last;
        if (_last is null)
        {
            First = runner;
        }
        else
        {
            _last.After = runner;
        }

        _last = runner;
        Count++;
    }

    /// <summary>Takes a runner out; false when it was not there.</summary>
    public bool Remove(InstanceRunner runner)
    {
        if (!runner.IsInLine)
        {
            return false;
        }

        if (runner.Before is { } before)
        {
            before.After = runner.After;
        }
        else
        {
            First = runner.After;
        }

        if (runner.After is { } after)
        {
            after.Before = runner.Before;
        }
        else
        {
            _last = runner.Before;
        }

        (runner.Before, runner.After, runner.IsInLine) = (null, null, false);
        Count--;
        return true;
    }
}
