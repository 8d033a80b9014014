using CallFlows.Emulator.Switchboard;

namespace CallFlows.Emulator.EventGrid;

/// <summary>Validates the configured subscriptions once the server listens, a few times over, because the app may start later.</summary>
internal sealed class SubscriptionStarter(
    SubscriptionStore subscriptions, EventGridPublisher publisher, WorkTracker work, TimeProvider time,
    IHostApplicationLifetime lifetime) : IHostedService
{
    private static readonly TimeSpan[] Waits =
        [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30)];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // The validation address needs the port, which is known only when the server has started.
        lifetime.ApplicationStarted.Register(() =>
        {
            foreach (EventGridSubscription subscription in subscriptions.All)
            {
                HeldWork held = new(work, time);
                _ = Task.Run(() => ValidateAsync(subscription, held));
            }
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task ValidateAsync(EventGridSubscription subscription, HeldWork held)
    {
        using HeldWork work = held;
        foreach (TimeSpan delay in Waits)
        {
            if (await publisher.ValidateAsync(subscription) || lifetime.ApplicationStopping.IsCancellationRequested)
                break;
            await work.PauseAsync(delay, lifetime.ApplicationStopping);
        }
    }
}
