using System.Text.Json;
using CallFlows.AspNetCore.Bodies;
using CallFlows.Durable;
using CallFlows.Flows;
using Microsoft.AspNetCore.Http;

namespace CallFlows.AspNetCore.Management;

/// <summary>Starts a flow that no call starts. With an <c>id</c> in the query, starting it again changes nothing.</summary>
internal sealed class StartEndpoint(DurableRegistry registry, IOrchestrationClient orchestrations)
{
    public const string FlowParameter = "flow";

    public async Task HandleAsync(ManagementRequest request)
    {
        string flow = RouteIds.Of(request.Http, FlowParameter);
        Type inputType = InputTypeOf(flow);
        Payload input = await request.ReadJsonAsync().ConfigureAwait(false)
            ?? throw new BadRequestException(StatusCodes.Status400BadRequest, $"Send what {flow} starts with as a JSON body; null for nothing.");
        CheckInput(flow, input, inputType);

        string id = request.Query.Text("id") ?? $"flow-{Guid.NewGuid():N}";
        bool started = await orchestrations.StartIfAbsentAsync(flow, id, input, cancellationToken: request.Aborted).ConfigureAwait(false);
        await request.AnswerAsync(new { id, flow, started }, started ? StatusCodes.Status201Created : StatusCodes.Status200OK).ConfigureAwait(false);
    }

    private Type InputTypeOf(string flow)
    {
        if (registry.FindOrchestrator(flow) is not { } registration)
        {
            throw new BadRequestException(StatusCodes.Status404NotFound, $"There is no flow '{flow}'; there are {string.Join(", ", registry.Orchestrators.Order(StringComparer.Ordinal))}.");
        }

        for (Type? type = registration.CodeType; type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(CallFlow<,>))
            {
                return type.GetGenericArguments()[0];
            }
        }

        throw new BadRequestException(StatusCodes.Status409Conflict, $"{flow} answers calls: only an incoming call starts it.");
    }

    /// <summary>A flow whose input can't be read would fail in its first turn, where nobody sees it.</summary>
    private static void CheckInput(string flow, Payload input, Type type)
    {
        try
        {
            input.To(type);
        }
        catch (JsonException problem)
        {
            throw new BadRequestException(StatusCodes.Status400BadRequest, $"{flow} can't start with this: at {problem.Path ?? "$"} it doesn't fit {type.Name}.", problem);
        }
    }
}
