using System.Text.RegularExpressions;
using CallFlows.Protocol.Rest;

namespace CallFlows.Conformance.Scenarios;

/// <summary>Everything that the official client can ask for: the operations of Call Automation, and the files of recordings.</summary>
internal static class OperationPaths
{
    public const string Downloading = "DownloadRecordingFile";

    public const string Deleting = "DeleteRecordingFile";

    public static IReadOnlyList<OperationPath> All { get; } =
    [
        .. CallAutomationOperations.All.Select(operation => new OperationPath(operation.Name, operation.Method, operation.Template)),
        new(Downloading, "GET", "/v1/objects/{documentId}/content/{kind}"),
        new(Deleting, "DELETE", "/v1/objects/{documentId}"),
    ];

    /// <exception cref="InvalidOperationException">The request is for nothing of these.</exception>
    public static OperationPath Find(string method, string path) =>
        All.FirstOrDefault(operation => operation.Fits(method, path)) ?? throw new InvalidOperationException($"{method} {path} is no operation.");
}

/// <summary>An operation by what its requests look like.</summary>
internal sealed record OperationPath(string Name, string Method, string Template)
{
    private readonly Regex _path = new("^" + Regex.Replace(Regex.Escape(Template), @"\\\{\w+}", "[^/:]+") + "$", RegexOptions.CultureInvariant);

    public bool Fits(string method, string path) => Method == method && _path.IsMatch(path);
}
