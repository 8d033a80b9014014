using CallFlows.Emulator.Callbacks;
using CallFlows.Emulator.Hosting;
using Microsoft.Extensions.Options;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
bool addressGiven = builder.Configuration[WebHostDefaults.ServerUrlsKey] is { Length: > 0 }
    || builder.Configuration.GetSection("Kestrel:Endpoints").Exists();
if (!addressGiven)
    builder.WebHost.UseUrls("http://127.0.0.1:5055");
builder.Services.AddCallAutomationEmulator();
builder.Services.Configure<EmulatorOptions>(
    builder.Configuration.GetSection(EmulatorOptions.Section), binder => binder.ErrorOnUnknownConfiguration = true);

await using WebApplication app = builder.Build();
try
{
    app.MapCallAutomationEmulator();
    await app.StartAsync();
}
catch (OptionsValidationException exception)
{
    foreach (string failure in exception.Failures)
        await Console.Error.WriteLineAsync(failure);
    return 2;
}
catch (InvalidOperationException exception) when (exception.Message.Contains(EmulatorOptions.Section, StringComparison.Ordinal))
{
    // A value of the wrong type: the message of the configuration binder names the setting, the value and the type.
    await Console.Error.WriteLineAsync(exception.Message);
    return 2;
}
catch (IOException exception)
{
    await Console.Error.WriteLineAsync($"The emulator can't listen: {exception.Message} Choose another address with --urls.");
    return 2;
}

Console.WriteLine(StartBanner.Write(
    app.Services.GetRequiredService<EmulatorAddress>(), app.Services.GetRequiredService<EmulatorOptions>()));
await app.WaitForShutdownAsync();
return 0;
