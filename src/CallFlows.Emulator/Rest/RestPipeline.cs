using System.Globalization;
using CallFlows.Emulator.Faults;
using CallFlows.Emulator.Hosting;
using CallFlows.Emulator.Switchboard;
using CallFlows.Protocol;
using CallFlows.Protocol.Rest;

namespace CallFlows.Emulator.Rest;

/// <summary>What every REST operation has in common: who asks, headers, repeatability, errors, the action log.</summary>
internal sealed partial class RestPipeline(
    EmulatorOptions options, RequestAuthentication authentication, RepeatabilityStore repeatability, ActionLog actions, WorkTracker work,
    FaultSource faults, RequestSubjects subjects, TimeProvider time, ILogger<RestPipeline> logger)
{
    private const int MaxVersionLength = 64;
    private static readonly TimeSpan? UsualRetryAfter = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan UsualHang = TimeSpan.FromMinutes(5);

    public RequestDelegate For(CallAutomationOperation operation, Func<RestRequest, Task<RestAnswer>> handle) =>
        context => HandleAsync(context, operation, handle);

    /// <summary>Answers what is no operation, signed or not.</summary>
    public Task NoOperationAsync(HttpContext context) => WriteFaultAsync(
        context, new ServiceFault(404, 8522, $"There is no operation {context.Request.Method} at this path."), operation: null);

    private async Task HandleAsync(HttpContext context, CallAutomationOperation operation, Func<RestRequest, Task<RestAnswer>> handle)
    {
        HeldWork held = new(work, time);
        // Busy until the answer has left, so that a clock advanced by hand doesn't overtake it.
        context.Response.OnCompleted(() =>
        {
            held.Dispose();
            return Task.CompletedTask;
        });
        EchoHeaders(context);
        try
        {
            byte[] body = await BoundedBody.ReadAsync(context.Request, options.Limits.MaxBodyBytes);
            authentication.Check(context, body);
            if (faults.Refuses(operation))
                throw new ServiceFault(503, 8500, "The service is busy. (A fault that the emulator was asked for.)");
            FaultSubject subject = await subjects.OfAsync(operation, context.Request.RouteValues, body);
            if (faults.Strike(FaultPhase.BeforeAction, () => subject) is not { } rule)
                await AnswerAsync(context, operation, handle, body, subject, held);
            else if (rule.Kind == FaultKind.RefuseAction)
                throw AskedFor.Refusal(rule);
            else
                await BreakAsync(context, rule, held);
        }
        catch (ServiceFault fault)
        {
            await WriteFaultAsync(context, fault, operation);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.Failed(logger, operation.Name, exception);
            await WriteFaultAsync(context, new ServiceFault(500, 9999, "Unknown internal server error."), operation);
        }
    }

    private async Task AnswerAsync(
        HttpContext context, CallAutomationOperation operation, Func<RestRequest, Task<RestAnswer>> handle, byte[] body,
        FaultSubject subject, HeldWork held)
    {
        string? version = context.Request.Query[ApiVersions.QueryParameter];
        if (version is not { Length: > 0 and <= MaxVersionLength })
            throw ServiceFault.Invalid("The query parameter 'api-version' is missing or too long.");

        if (!operation.Availability.IsIn(version))
        {
            throw new ServiceFault(
                405, 8520, $"Version {version} has no operation {operation.Name}; {operation.Availability.VersionFor(version)} has.");
        }

        RestRequest request = RestRequest.From(context.Request, version, body);
        Guid? id = RepeatabilityHeaders.Read(context.Request, operation);
        (RestAnswer answer, bool repeated) = id is { } requestId
            ? await repeatability.OnceAsync(
                new RepeatabilityKey(context.Request.Method, context.Request.Path, requestId), () => handle(request))
            : (await handle(request), false);
        if (!repeated && !HttpMethods.IsGet(operation.Method))
            actions.Add(operation, answer, id);
        if (answer.CallConnectionId is { } made)
            subject = subject with { Connections = [.. subject.Connections, made] };
        AnswerFault fault = faults.AnswerTo(operation, subject);
        await held.PauseAsync(fault.Delay, context.RequestAborted);
        if (fault.Fate == AnswerFate.Lost)
        {
            context.Abort();
            return;
        }

        if (fault.Fate == AnswerFate.Failed)
            throw AskedFor.Failure(fault.Status ?? StatusCodes.Status500InternalServerError);
        SetRepeatabilityResult(context, operation);
        await WriteAsync(context, answer.Status ?? operation.SuccessStatus, answer.Body, answer.CorrelationId);
    }

    private static async Task BreakAsync(HttpContext context, FaultRule rule, HeldWork held)
    {
        if (rule.Kind == FaultKind.HangAction)
            await held.PauseAsync(rule.Delay ?? UsualHang, context.RequestAborted);
        context.Abort();
    }

    private static void EchoHeaders(HttpContext context)
    {
        IHeaderDictionary headers = context.Response.Headers;
        if (context.Request.Headers.TryGetValue(WireHeaders.ClientRequestId, out var requestId))
            headers[WireHeaders.ClientRequestId] = requestId;
        if (context.Request.Headers.TryGetValue("User-Agent", out var agent))
            headers[WireHeaders.ClientVersion] = agent;
        headers[WireHeaders.SupportedApiVersions] = SupportedVersions.Header;
    }

    // Recorded: not on create, answer, redirect, reject and connect in today's versions.
    private static void SetRepeatabilityResult(HttpContext context, CallAutomationOperation operation)
    {
        bool sent = context.Request.Headers.ContainsKey(WireHeaders.RepeatabilityRequestId);
        bool saysSo = operation.Template.Contains('{', StringComparison.Ordinal) || operation == CallAutomationOperations.StartRecording;
        if (sent && operation.TakesRepeatability && saysSo)
            context.Response.Headers[WireHeaders.RepeatabilityResult] = "accepted";
    }

    private static Task WriteFaultAsync(HttpContext context, ServiceFault fault, CallAutomationOperation? operation)
    {
        if (operation is not null)
            SetRepeatabilityResult(context, operation);
        if ((fault.RetryAfter ?? (fault.Status == StatusCodes.Status429TooManyRequests ? UsualRetryAfter : null)) is { } wait)
            context.Response.Headers[WireHeaders.RetryAfter] = ((long)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        CommunicationErrorResponse body = new()
        {
            Error = new()
            {
                Code = fault.Code.ToString(CultureInfo.InvariantCulture),
                Message = fault.Message,
                Target = fault.Status == 404 ? context.Request.Path.Value : null,
            },
        };
        return WriteAsync(context, fault.Status, body, null);
    }

    private static async Task WriteAsync(HttpContext context, int status, WireModel? body, string? correlationId)
    {
        context.Response.StatusCode = status;
        context.Response.Headers[WireHeaders.ChainId] = correlationId ?? Guid.NewGuid().ToString();
        if (body is null)
        {
            if (status != StatusCodes.Status204NoContent)
                context.Response.ContentLength = 0;
            return;
        }

        byte[] json = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), ProtocolJson.Options);
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = json.Length;
        await context.Response.Body.WriteAsync(json, context.RequestAborted);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Operation} failed inside the emulator.")]
        public static partial void Failed(ILogger logger, string operation, Exception exception);
    }
}
