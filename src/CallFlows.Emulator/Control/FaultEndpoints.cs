using CallFlows.Emulator.Faults;

namespace CallFlows.Emulator.Control;

/// <summary>What goes wrong on purpose, over HTTP.</summary>
internal sealed class FaultEndpoints(ControlPipeline pipeline, FaultSource faults)
{
    private const string Path = "/emulator/faults";

    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Path, pipeline.For((_, _) => Task.FromResult<object?>(faults.Options)));
        endpoints.MapPut(Path, pipeline.For(async (context, _) =>
        {
            FaultOptions wanted = await pipeline.ReadAsync<FaultOptions>(context);
            if (FaultRules.Check(wanted).FirstOrDefault() is { } problem)
                throw new FormatException(problem);
            return faults.Options = wanted;
        }));
        endpoints.MapDelete(Path, pipeline.For((_, _) =>
        {
            faults.Options = new FaultOptions();
            return Task.FromResult<object?>(null);
        }));
    }
}
