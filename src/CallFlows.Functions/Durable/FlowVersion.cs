using System.Globalization;
using Microsoft.DurableTask;

namespace CallFlows.Functions.Durable;

/// <summary>
/// A flow's version as Durable Functions has versions. It compares them as dotted numbers, so that <c>versionMatchStrategy: CurrentOrOlder</c> in
/// host.json keeps an instance of a new version off hosts that run older code.
/// </summary>
internal static class FlowVersion
{
    public static TaskVersion ToTask(int version) => new(version.ToString(CultureInfo.InvariantCulture));
}
