using CallFlows.AspNetCore.History;
using CallFlows.AspNetCore.Transcripts;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.AspNetCore.Management;

/// <summary>Who does which operation.</summary>
internal static class ManagementOperations
{
    public static Task RunAsync(ManagementOperation operation, ManagementRequest request)
    {
        // Handlers are made at the first request: mapping happens before the settings are checked.
        IServiceProvider services = request.Http.RequestServices;
        return operation switch
        {
            ManagementOperation.List => services.GetRequiredService<InstanceEndpoints>().ListAsync(request),
            ManagementOperation.Get => services.GetRequiredService<InstanceEndpoints>().GetAsync(request),
            ManagementOperation.History => services.GetRequiredService<HistoryEndpoint>().HandleAsync(request),
            ManagementOperation.Export => services.GetRequiredService<ExportEndpoint>().HandleAsync(request),
            ManagementOperation.Transcript => services.GetRequiredService<TranscriptEndpoint>().HandleAsync(request),
            ManagementOperation.Start => services.GetRequiredService<StartEndpoint>().HandleAsync(request),
            ManagementOperation.Signal => services.GetRequiredService<SignalEndpoint>().HandleAsync(request),
            ManagementOperation.Suspend => services.GetRequiredService<OperatorEndpoints>().SuspendAsync(request),
            ManagementOperation.Resume => services.GetRequiredService<OperatorEndpoints>().ResumeAsync(request),
            ManagementOperation.Terminate => services.GetRequiredService<OperatorEndpoints>().TerminateAsync(request),
            ManagementOperation.Purge => services.GetRequiredService<PurgeEndpoints>().OneAsync(request),
            ManagementOperation.PurgeMany => services.GetRequiredService<PurgeEndpoints>().ManyAsync(request),
            _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "There is no such operation."),
        };
    }
}
