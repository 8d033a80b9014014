using CallFlows.Functions.Hosting;
using CallFlows.Samples;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace CallFlows.Functions;

/// <summary>The app: which flows run in it.</summary>
internal static class Program
{
    public static void Main(string[] args) => Create(args).Build().Run();

    public static FunctionsApplicationBuilder Create(string[] args)
    {
        FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        builder.AddFunctionsTelemetry();

        // The one line to change: the samples make way for flows of your own.
        builder.AddCallFlowsFunctions(flows => flows.AddSamples(builder.Configuration.GetSection("Samples").Get<SampleSettings>()));
        return builder;
    }
}
