using CallFlows.Emulator.Hosting;
using ContosoLine;
using ContosoLine.CallList;
using ContosoLine.Emulation;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton<ICallList, InMemoryCallList>();
builder.Services.AddCallFlows(flows => flows
    .Add<Reception>(when => when.Otherwise())
    .AddActivity<RequestReturnCallHandler>());
builder.Services.AddCallFlowsServer();

// On a developer's machine without a resource of Communication Services, an emulator in this process takes its place.
await using CallAutomationEmulator? emulator = LocalService.IsNeeded(builder) ? await LocalService.StartAsync(builder) : null;

await using WebApplication app = builder.Build();
app.MapCallFlows();
await app.StartAsync();
if (emulator is not null)
{
    await LocalService.ConnectAsync(emulator, app);
}

await app.WaitForShutdownAsync();
