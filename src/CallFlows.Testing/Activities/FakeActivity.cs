using CallFlows.Testing.Records;

namespace CallFlows.Testing.Activities;

/// <summary>Stands in for an activity: says what it gives back, and tells what was asked. Set it up before the test begins.</summary>
/// <typeparam name="TActivity">The request's type.</typeparam>
public sealed class FakeActivity<TActivity>
    where TActivity : class
{
    private readonly CallFlowTest _test;
    private Func<TActivity, object?> _answer = static _ => null;
    private Func<TActivity, string?> _failure = static _ => null;

    internal FakeActivity(CallFlowTest test) => _test = test;

    /// <summary>
    /// What was asked, in the order it was first run, each piece of work once. While a test explores, each run tells of its own requests:
    /// <see cref="CallFlowTest.RequestsOf{TActivity}"/>.
    /// </summary>
    public IReadOnlyList<ActivityRequest<TActivity>> Requests => _test.RequestsOf<TActivity>();

    internal CallFlowTest Test => _test;

    internal TimeSpan Time { get; private set; }

    /// <summary>Gives something back.</summary>
    /// <param name="result">The result; null for the default of its type, which is also what is given when nothing is said.</param>
    public FakeActivity<TActivity> Returns(object? result) => Returns(_ => result);

    /// <summary>Gives something back that depends on the request.</summary>
    /// <param name="answer">Gives the result. While a test explores, many runs ask it at a time.</param>
    public FakeActivity<TActivity> Returns(Func<TActivity, object?> answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        _answer = answer;
        return this;
    }

    /// <summary>Fails every time.</summary>
    /// <param name="message">The error's message.</param>
    public FakeActivity<TActivity> Fails(string message = "The fake was told to fail.")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(message);
        _failure = _ => message;
        return this;
    }

    /// <summary>Takes its time, by the test's clock.</summary>
    /// <param name="time">How long.</param>
    public FakeActivity<TActivity> Takes(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        Time = time;
        return this;
    }

    internal TResult Answer<TResult>(TActivity request)
    {
        if (_failure(request) is { } failure)
        {
            throw new InvalidOperationException(failure);
        }

        return _answer(request) switch
        {
            null => default!,
            TResult result => result,
            { } other => throw new InvalidOperationException(
                $"The fake of {typeof(TActivity).Name} was told to give back a {other.GetType().Name}, where the flow expects a {typeof(TResult).Name}."),
        };
    }
}
