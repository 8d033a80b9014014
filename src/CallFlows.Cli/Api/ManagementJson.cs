using System.Text.Encodings.Web;
using System.Text.Json;

namespace CallFlows.Cli.Api;

/// <summary>How the host writes JSON.</summary>
internal static class ManagementJson
{
    /// <summary>Data of flows may be deep, and lies inside an answer.</summary>
    public const int MaxDepth = 256;

    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = MaxDepth,
    };
}
