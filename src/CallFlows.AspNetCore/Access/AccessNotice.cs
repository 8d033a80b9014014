using CallFlows.AspNetCore.Callbacks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CallFlows.AspNetCore.Access;

/// <summary>Says at start which endpoints can only be used from this machine, before somebody wonders about a 401.</summary>
internal sealed partial class AccessNotice(AccessRules rules, CallbackMount mount, ILogger<AccessNotice> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (mount.IsMapped && rules.Events.IsLocalOnly)
        {
            Log.LocalOnly(logger, "CallFlows:EventGrid:Key", "Event Grid events are");
        }

        if (mount.IsMapped && rules.Management.IsLocalOnly)
        {
            Log.LocalOnly(logger, "CallFlows:Management:Key", "Management requests are");
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Setting} is not set: {What} taken from this machine only, and refused with 401 from anywhere else. Behind a proxy set it: not every proxy can be told from a program on this machine")]
        public static partial void LocalOnly(ILogger logger, string setting, string what);
    }
}
