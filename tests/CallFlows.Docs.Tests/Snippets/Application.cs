using CallFlows.Samples.Clinic;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.Docs.Tests.Snippets;

/// <summary>A whole application that hosts flows.</summary>
public static class Application
{
    public static void Run(string[] args)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton<IClinic>(new InMemoryClinic());
        builder.Services.AddCallFlows(flows => flows
            .Add<AppointmentLine>(when => when.Called("+14255550100"))
            .Add<Reminder, Appointment, ReminderOutcome>()
            .AddActivity<FindAppointmentHandler>()
            .AddActivity<SaveDecisionHandler>());
        builder.Services.AddCallFlowsServer();

        WebApplication app = builder.Build();
        app.MapCallFlows();
        app.Run();
    }
}
