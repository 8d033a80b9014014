using System.Text.Json;

namespace CallFlows.Emulator.Tests.Harness;

internal sealed record RestReply(int Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Body => Text.Length == 0 ? throw new InvalidOperationException($"HTTP {Status} without a body.") : JsonDocument.Parse(Text).RootElement;

    public string ErrorCode => Body.GetProperty("error").GetProperty("code").GetString()!;

    public string ErrorMessage => Body.GetProperty("error").GetProperty("message").GetString()!;
}
