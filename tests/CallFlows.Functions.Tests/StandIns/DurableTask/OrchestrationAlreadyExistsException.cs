using CallFlows.Functions.Tests.StandIns;

namespace DurableTask.Core.Exceptions;

[Official("Microsoft.Azure.DurableTask.Core", "Azure/durabletask: src/DurableTask.Core/Exceptions/OrchestrationAlreadyExistsException.cs")]
public class OrchestrationAlreadyExistsException(string message) : InvalidOperationException(message);
