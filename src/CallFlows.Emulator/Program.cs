using CallFlows.Emulator.Callbacks;
using CallFlows.Emulator.Hosting;
using CallFlows.Emulator.Https;
using Microsoft.Extensions.Options;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseEmulatorCertificate();
builder.Services.AddCallAutomationEmulator();
builder.Services.Configure<EmulatorOptions>(
    builder.Configuration.GetSection(EmulatorOptions.Section), binder => binder.ErrorOnUnknownConfiguration = true);
// Kept between runs, so that nobody has to trust another certificate each time.
builder.Services.PostConfigure<EmulatorOptions>(options => options.Https.CertificateFolder ??= HttpsOptions.UserCertificateFolder);

await using WebApplication app = builder.Build();
try
{
    ListenAddresses.Choose(app);
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
catch (CertificateException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 2;
}
catch (IOException exception)
{
    await Console.Error.WriteLineAsync($"The emulator can't listen: {exception.Message} Choose other addresses with --urls.");
    return 2;
}

Console.WriteLine(StartBanner.Write(
    app.Services.GetRequiredService<EmulatorAddress>(), app.Services.GetRequiredService<EmulatorOptions>(),
    app.Services.GetRequiredService<ServerCertificate>()));
await app.WaitForShutdownAsync();
return 0;
