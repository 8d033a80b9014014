using System.Security.Cryptography;
using System.Text;
using CallFlows.Durable;

namespace CallFlows.Engine.Execution;

/// <summary>The id of a sub-orchestration that was given none.</summary>
internal static class ChildIds
{
    public static string Derive(string parentId, int generation, int taskId)
    {
        string id = $"{parentId}:{generation}:{taskId}";
        return id.Length <= DurableLimits.MaxInstanceIdLength
            ? id
            : "sub:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
    }
}
