using CallFlows.Durable;
using CallFlows.Flows;
using CallFlows.Testing.Worlds;

namespace CallFlows.Testing.Activities;

/// <summary>Runs a faked activity.</summary>
internal sealed class FakeHandler<TActivity, TResult>(FakeActivity<TActivity> fake) : IActivityHandler<TActivity, TResult>
    where TActivity : class, IActivity<TResult>
{
    public async Task<TResult> HandleAsync(TActivity request, ActivityContext context, CancellationToken cancellationToken)
    {
        if (fake.Time > TimeSpan.Zero && WorkHold.Current is { } work)
        {
            await work.PauseAsync(fake.Time).ConfigureAwait(false);
        }

        return fake.Answer<TResult>(request);
    }
}
