using System.Text;
using CallFlows.Durable;

namespace CallFlows.Benchmarks.Workload;

/// <summary>What travels in every workload: the same for the engine, the bare program and the peers.</summary>
internal static class Payloads
{
    /// <summary>The bytes of one input, result or event, as JSON.</summary>
    public const int Bytes = 200;

    private const string Frame = """{"text":""}""";

    public static string Text { get; } = Frame.Insert(Frame.Length - 2, new string('x', Bytes - Frame.Length));

    public static Payload Payload { get; } = new(Encoding.UTF8.GetBytes(Text));
}
