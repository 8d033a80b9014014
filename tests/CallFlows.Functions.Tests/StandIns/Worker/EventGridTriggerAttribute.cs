using CallFlows.Functions.Tests.StandIns;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

[Official("Microsoft.Azure.Functions.Worker.Extensions.EventGrid", "Azure/azure-functions-dotnet-worker: extensions/Worker.Extensions.EventGrid/src/EventGridTriggerAttribute.cs")]
public sealed class EventGridTriggerAttribute : TriggerBindingAttribute;
