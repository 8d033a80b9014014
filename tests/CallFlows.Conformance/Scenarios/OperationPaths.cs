using System.Text.RegularExpressions;
using CallFlows.Protocol.Rest;

namespace CallFlows.Conformance.Scenarios;

/// <summary>Finds the operation that a request is.</summary>
internal static class OperationPaths
{
    private static readonly (CallAutomationOperation Operation, Regex Path)[] All = [.. CallAutomationOperations.All.Select(operation =>
        (operation, new Regex("^" + Regex.Replace(Regex.Escape(operation.Template), @"\\\{\w+}", "[^/:]+") + "$", RegexOptions.CultureInvariant)))];

    /// <exception cref="InvalidOperationException">It is none.</exception>
    public static CallAutomationOperation Find(string method, string path) =>
        All.Where(entry => entry.Operation.Method == method && entry.Path.IsMatch(path)).Select(entry => entry.Operation).FirstOrDefault()
        ?? throw new InvalidOperationException($"{method} {path} is no operation of Call Automation.");
}
