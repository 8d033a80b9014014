using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CallFlows.Emulator.Hosting;
using CallFlows.Emulator.Rest;
using CallFlows.Emulator.Switchboard;

namespace CallFlows.Emulator.Control;

/// <summary>What the control API's requests have in common: work counting, bounded bodies, errors as JSON.</summary>
internal sealed class ControlPipeline(EmulatorOptions options, WorkTracker work)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // Read in terminals: a number's plus sign stays one. The answers are JSON by their content type, never part of a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Serves one request. The handler may give up the work it holds while it waits for news.</summary>
    public RequestDelegate For(Func<HttpContext, ControlWork, Task<object?>> handle) => async context =>
    {
        ControlWork held = new(work);
        context.Response.OnCompleted(() =>
        {
            held.Dispose();
            return Task.CompletedTask;
        });
        try
        {
            object? answer = await handle(context, held);
            if (answer is null)
                context.Response.StatusCode = StatusCodes.Status204NoContent;
            else
                await context.Response.WriteAsJsonAsync(answer, Json, context.RequestAborted);
        }
        catch (ServiceFault fault)
        {
            await WriteErrorAsync(context, fault.Status, fault.Message);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            await WriteErrorAsync(context, StatusCodes.Status400BadRequest, exception.Message);
        }
        catch (InvalidOperationException exception)
        {
            await WriteErrorAsync(context, StatusCodes.Status409Conflict, exception.Message);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone; there is nobody to answer.
        }
    };

    public async Task<T> ReadAsync<T>(HttpContext context)
    {
        // A web page of another origin can't send this type without asking first, and nobody would consent.
        if (!context.Request.HasJsonContentType())
            throw new ServiceFault(StatusCodes.Status415UnsupportedMediaType, 0, "Send a JSON object with 'Content-Type: application/json'.");
        byte[] body = await BoundedBody.ReadAsync(context.Request, options.Limits.MaxBodyBytes);
        try
        {
            return JsonSerializer.Deserialize<T>(body, Json) ?? throw new FormatException("The body must be a JSON object, not null.");
        }
        catch (JsonException exception)
        {
            throw new FormatException($"The body is not the JSON expected here: {exception.Message}", exception);
        }
    }

    private static Task WriteErrorAsync(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new { error = message }, Json, context.RequestAborted);
    }
}
