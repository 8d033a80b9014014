using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.Functions.Tests.Hosting;

/// <summary>
/// What the Functions host does with functions that come by HTTP: it routes, asks for keys, makes the function's class in a scope and binds its
/// parameters. Event Grid's deliveries come to the host's own webhook, which hands each event on by itself.
/// </summary>
internal static class HttpFunctions
{
    public const string RoutePrefix = "callflows";
    public const string KeyHeader = "x-functions-key";
    public const string FunctionKey = "function-key-of-the-tests";
    public const string SystemKey = "system-key-of-event-grid";

    /// <summary>Every function of the app, with the parameter that triggers it.</summary>
    public static IReadOnlyList<(MethodInfo Method, string Name)> All { get; } =
    [
        .. typeof(Triggers.OrchestratorFunction).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(Triggers.OrchestratorFunction).Namespace)
            .SelectMany(type => type.GetMethods())
            .Select(method => (method, method.GetCustomAttribute<FunctionAttribute>()?.Name!))
            .Where(function => function.Item2 is not null),
    ];

    public static T? Trigger<T>(MethodInfo function)
        where T : Attribute => function.GetParameters().Select(parameter => parameter.GetCustomAttribute<T>()).FirstOrDefault(found => found is not null);

    public static void Map(IEndpointRouteBuilder endpoints, Func<DurableTaskClient> durable)
    {
        foreach ((MethodInfo method, string _) in All)
        {
            if (Trigger<HttpTriggerAttribute>(method) is { } http)
            {
                endpoints.MapMethods(
                    $"/{RoutePrefix}/{http.Route}",
                    http.Methods!.Select(verb => verb.ToUpperInvariant()),
                    context => InvokeAsync(method, http, context, durable()));
            }
        }

        endpoints.MapPost("/runtime/webhooks/eventgrid", context => EventGridWebhook.TakeAsync(context, durable()));
    }

    /// <summary>Makes a function's class in a scope of its own, and calls it.</summary>
    public static async Task<object?> CallAsync(MethodInfo method, IServiceProvider services, Func<ParameterInfo, object?> bind)
    {
        await using AsyncServiceScope scope = services.CreateAsyncScope();
        object functions = ActivatorUtilities.CreateInstance(scope.ServiceProvider, method.DeclaringType!);
        Task task = (Task)method.Invoke(functions, [.. method.GetParameters().Select(bind)])!;
        await task;
        return task is Task<IResult> result ? result.Result : null;
    }

    private static async Task InvokeAsync(MethodInfo method, HttpTriggerAttribute http, HttpContext context, DurableTaskClient durable)
    {
        string? key = (string?)context.Request.Headers[KeyHeader] ?? context.Request.Query["code"];
        if (http.AuthLevel != AuthorizationLevel.Anonymous && key != FunctionKey)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        object? result = await CallAsync(method, context.RequestServices, parameter =>
            parameter.ParameterType == typeof(HttpRequest) ? context.Request
            : parameter.ParameterType == typeof(DurableTaskClient) ? durable
            : throw new InvalidOperationException($"The Functions host can't bind '{parameter.Name}' of {method.Name}."));
        await ((IResult)result!).ExecuteAsync(context);
    }
}
