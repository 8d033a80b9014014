using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CallFlows.Cli.Api;

namespace CallFlows.Cli.Output;

/// <summary>Writes exported histories into a folder.</summary>
internal static class HistoryFolder
{
    private const string Format = "callflows-history";

    /// <summary>
    /// Writes one. The name is made of what is in the file, not of the flow's id, which may tell of a person: the same history gets the same name.
    /// </summary>
    /// <returns>The file's path.</returns>
    /// <exception cref="CommandFailedException">It is no history, or can't be written.</exception>
    public static string Write(string folder, string history)
    {
        byte[] content = Encoding.UTF8.GetBytes(history);
        string path = Path.Combine(folder, $"{NameOf(history)}-{Convert.ToHexStringLower(SHA256.HashData(content))[..8]}.json");
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(path, content);
            return path;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailedException($"'{path}' can't be written: {problem.Message.TrimEnd('.')}. Give another folder with --out.", ExitCodes.Usage, problem);
        }
    }

    private static string NameOf(string history)
    {
        try
        {
            JsonNode? head = JsonNode.Parse(history, documentOptions: new JsonDocumentOptions { MaxDepth = ManagementJson.MaxDepth });
            if (head is JsonObject && head["format"]?.GetValue<string>() == Format)
            {
                string flow = string.Concat((head["flow"] ?? "").GetValue<string>().Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' ? letter : '_'));
                return $"{flow}-v{(head["version"] ?? 0).GetValue<int>()}-{((head["status"] ?? "").GetValue<string>() is "running" or "suspended" ? "live" : "ended")}";
            }
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or FormatException)
        {
            throw NoHistory(problem);
        }

        throw NoHistory(null);
    }

    private static CommandFailedException NoHistory(Exception? problem) =>
        new("what answered is no history; is the host of another version? Check --url.", ExitCodes.Failed, problem);
}
