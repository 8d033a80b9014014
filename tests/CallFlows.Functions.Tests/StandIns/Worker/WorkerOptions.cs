using Azure.Core.Serialization;
using CallFlows.Functions.Tests.StandIns;

namespace Microsoft.Azure.Functions.Worker;

[Official("Microsoft.Azure.Functions.Worker.Core", "Azure/azure-functions-dotnet-worker: src/DotNetWorker.Core/Hosting/WorkerOptions.cs")]
public class WorkerOptions
{
    public ObjectSerializer? Serializer { get; set; }
}
