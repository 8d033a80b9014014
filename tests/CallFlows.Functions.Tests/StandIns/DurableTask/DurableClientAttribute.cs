using CallFlows.Functions.Tests.StandIns;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

[Official("Microsoft.Azure.Functions.Worker.Extensions.DurableTask", "Azure/azure-functions-durable-extension: src/Worker.Extensions.DurableTask/DurableClientAttribute.cs")]
public sealed class DurableClientAttribute : InputBindingAttribute;
