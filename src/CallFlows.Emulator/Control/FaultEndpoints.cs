using System.Globalization;
using CallFlows.Emulator.Faults;
using CallFlows.Emulator.Switchboard;

namespace CallFlows.Emulator.Control;

/// <summary>What goes wrong on purpose, over HTTP: chances, and rules.</summary>
internal sealed class FaultEndpoints(ControlPipeline pipeline, FaultSource faults)
{
    private const string Chances = "/emulator/faults";
    private const string Rules = Chances + "/rules";
    private const string Rule = Rules + "/{id}";

    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Chances, pipeline.For((_, _) => Task.FromResult<object?>(faults.Options)));
        endpoints.MapPut(Chances, pipeline.For(async (context, _) =>
        {
            FaultOptions wanted = await pipeline.ReadAsync<FaultOptions>(context);
            if (FaultRules.Check(wanted).FirstOrDefault() is { } problem)
                throw new FormatException(problem);
            return faults.Options = wanted;
        }));
        endpoints.MapDelete(Chances, pipeline.For((_, _) =>
        {
            faults.Options = new FaultOptions();
            faults.Clear();
            return Task.FromResult<object?>(null);
        }));
        endpoints.MapGet(Rules, pipeline.For((_, _) => Task.FromResult<object?>(faults.Rules)));
        endpoints.MapPost(Rules, pipeline.For(async (context, _) =>
        {
            FaultRule wanted = await pipeline.ReadAsync<FaultRule>(context);
            if (FaultRuleChecks.Check(wanted).FirstOrDefault() is { } problem)
                throw new FormatException(problem);
            return faults.Add(wanted);
        }));
        endpoints.MapDelete(Rules, pipeline.For((_, _) =>
        {
            faults.Clear();
            return Task.FromResult<object?>(null);
        }));
        endpoints.MapGet(Rule, pipeline.For((context, _) => Task.FromResult<object?>(
            faults.Rules.FirstOrDefault(rule => rule.Id == Id(context)) ?? throw NotFound(context))));
        endpoints.MapDelete(Rule, pipeline.For((context, _) => faults.Remove(Id(context))
            ? Task.FromResult<object?>(null)
            : throw NotFound(context)));
    }

    private static int Id(HttpContext context) =>
        int.TryParse(context.Request.RouteValues["id"] as string, NumberStyles.None, CultureInfo.InvariantCulture, out int id) ? id : 0;

    private static ServiceFault NotFound(HttpContext context) => new(404, 0, $"There is no fault rule '{context.Request.RouteValues["id"]}'.");
}
