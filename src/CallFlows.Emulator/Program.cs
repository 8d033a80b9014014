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
    // Before the server starts, which would log what is wrong with it in a hundred lines.
    if (app.Urls.Any(url => url.StartsWith(Uri.UriSchemeHttps + "://", StringComparison.OrdinalIgnoreCase)))
        _ = app.Services.GetRequiredService<ServerCertificate>().WithKey;
    app.MapCallAutomationEmulator();
    await app.StartAsync();
}
catch (OptionsValidationException exception)
{
    foreach (string failure in exception.Failures)
        await Console.Error.WriteLineAsync(failure);
    return 2;
}
catch (InvalidOperationException exception) when (SettingProblem(exception) is not null)
{
    // A value of the wrong type: the message of the configuration binder names the setting, the value and the type.
    await Console.Error.WriteLineAsync(SettingProblem(exception));
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

// In a list the binder wraps its message in another one, which says nothing. Of a name that it doesn't know it tells the class, not the section.
static string? SettingProblem(Exception? exception) => exception is null ? null
    : exception.Message.Contains(EmulatorOptions.Section + ":", StringComparison.Ordinal)
        || exception.Message.Contains("not found on the instance of", StringComparison.Ordinal) ? exception.Message
    : SettingProblem(exception.InnerException);
