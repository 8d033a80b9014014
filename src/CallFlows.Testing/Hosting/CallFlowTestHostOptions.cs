using CallFlows.Emulator.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CallFlows.Testing.Hosting;

/// <summary>What a <see cref="CallFlowTestHost"/> is made of, beside the flows.</summary>
public sealed class CallFlowTestHostOptions
{
    /// <summary>The time the clock shows first. Default 5 January 2026, 09:00 UTC: a Monday.</summary>
    public DateTimeOffset Start { get; set; } = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Adds services that activities need; null for none.</summary>
    public Action<IServiceCollection>? Services { get; set; }

    /// <summary>Changes the emulator's settings; null for none.</summary>
    public Action<EmulatorOptions>? Emulator { get; set; }

    /// <summary>Adds logging to the application; null for none.</summary>
    public Action<ILoggingBuilder>? Logging { get; set; }

    /// <summary>Maps further endpoints of the application, such as those that take streams; null for none.</summary>
    public Action<IEndpointRouteBuilder>? Endpoints { get; set; }

    /// <summary>Whether every flow is replayed from its history after each event, which shows code that can't be. Default false.</summary>
    public bool ReplayAfterEveryEvent { get; set; }
}
