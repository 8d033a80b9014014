using CallFlows.AspNetCore.Access;
using CallFlows.AspNetCore.Bodies;
using CallFlows.Engine;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CallFlows.AspNetCore.Management;

/// <summary>Lets management requests in, and turns what goes wrong into answers.</summary>
internal sealed partial class ManagementGate(AccessRules access, ILogger<ManagementGate> logger)
{
    /// <summary>Does what is asked for, if the request may ask.</summary>
    public Task AdmitAsync(HttpContext context, ManagementOperation operation)
    {
        AccessLevel level = access.Management.Check(context.Request);
        if (level == AccessLevel.Refused)
        {
            Log.Refused(logger, access.Management.Refusal);
            return Answers.RefuseAsync(context, StatusCodes.Status401Unauthorized, access.Management.Refusal);
        }

        return RunAsync(context, level, operation);
    }

    /// <summary>Does what is asked for by somebody who may ask.</summary>
    public async Task RunAsync(HttpContext context, AccessLevel level, ManagementOperation operation)
    {
        try
        {
            await ManagementOperations.RunAsync(operation, new ManagementRequest(context, level)).ConfigureAwait(false);
        }
        catch (BadRequestException problem)
        {
            await Answers.RefuseAsync(context, problem.Status, problem.Message).ConfigureAwait(false);
        }
        catch (ArgumentException problem)
        {
            // How an engine says that an id, a page or a value is out of bounds.
            await Answers.RefuseAsync(context, StatusCodes.Status400BadRequest, problem.Message).ConfigureAwait(false);
        }
        catch (EngineBusyException problem)
        {
            Log.Busy(logger, problem.Message);
            await Answers.TryAgainAsync(context, problem.Message).ConfigureAwait(false);
        }
        catch (Exception problem) when (!context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted)
        {
            Log.Failed(logger, problem);
            await Answers.TryAgainAsync(context, "The engine could not do this now.").ConfigureAwait(false);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Refused a management request: {Reason}")]
        public static partial void Refused(ILogger logger, string reason);

        [LoggerMessage(2, LogLevel.Error, "A management request failed")]
        public static partial void Failed(ILogger logger, Exception problem);

        [LoggerMessage(3, LogLevel.Warning, "A management request was put off: {Problem}")]
        public static partial void Busy(ILogger logger, string problem);
    }
}
