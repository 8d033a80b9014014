using System.Globalization;
using System.Text;
using CallFlows.Conformance.Identifiers;
using CallFlows.Conformance.Requests;
using CallFlows.Conformance.Scenarios;
using CallFlows.Protocol.Callbacks;

namespace CallFlows.Conformance.Document;

/// <summary>Writes <c>docs/conformance.md</c> from what a run of the tests showed.</summary>
internal sealed class ConformanceDocument(ScenarioReport report, IReadOnlyDictionary<string, IReadOnlyList<RequestDifference>> requests)
{
    private const string Folder = "../tests/CallFlows.Conformance/";

    public string Write()
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"""
            # Conformance

            How close the emulator and the gateway are to the service, as shown by the official client for JavaScript,
            `@azure/communication-call-automation` {report.Package.Version}. The tests of
            [CallFlows.Conformance]({Folder.TrimEnd('/')}) write this file: it says what their last run showed, and they fail when
            it says something else. To write it anew:

            ```bash
            CALLFLOWS_WRITE_CONFORMANCE=1 dotnet test tests/CallFlows.Conformance
            ```

            All callbacks of a run are read by the client's own parser, and their tokens are checked against the published keys.
            The methods, options and event types of the client are read from its package: one that no scenario exercises makes a
            test fail, unless it is listed here with a reason.

            """);
        Table(text, "Operations", ["Operation", "Request", "Methods of the official client", "Answers seen", "Scenarios"], OperationPaths.All.Select(Operation));
        Table(text, "Beside the operations", ["What", "Shown by"], OtherProofs.All.Select(proof => new[] { proof.What, proof.Proof }));
        Table(text, "Callbacks", ["Event", "Scenarios"], CallbackDataTypes.All.Keys.Order(StringComparer.Ordinal).Select(Callback));
        text.AppendLine();
        text.AppendLine("The client's parser also reads one of each type, as `CallFlows.Protocol` writes it from the fixtures.");
        Table(text, "Event Grid events", ["Event", "Scenarios"], EventTypes.EventGrid.Select(type => new[] { Code(type), Scenarios(line => line.GridEvent is not null && line.Type == type, KnownGaps.EventGridEvents, type) }));
        Table(text, "Options that are not exercised", ["Option", "Reason"], KnownGaps.Options
            .OrderBy(gap => gap.Key, StringComparer.Ordinal).Select(gap => new[] { Code(gap.Key), gap.Value }));
        Table(text, "Scenarios", ["Scenario", "What happens", "Checks"], ScenarioFiles.Names.Select(Scenario));
        Requests(text);
        ActionsWithoutMethod(text);
        Identifiers(text);
        return text.ToString();
    }

    private void Requests(StringBuilder text)
    {
        text.AppendLine(CultureInfo.InvariantCulture, $"""

            ## Request for request

            For each of {requests.Count} intents ([intents.json]({Folder}Requests/intents.json)), at least one for every action of a flow, and for the files of
            recordings, the request of the gateway equals the official client's: host, verb, path, query, the headers that mean something, and the body up to the
            order of its properties. Repeatability ids and their times are compared by their form. These differences are meant:
            """);
        Table(text, null, ["Part", "Reason", "Intents"], MeantDifferences.All.Select(meant => new[]
        {
            meant.Where, meant.Reason, requests.Values.Count(differences => differences.Any(meant.Covers)).ToString(CultureInfo.InvariantCulture),
        }));
    }

    private static void ActionsWithoutMethod(StringBuilder text)
    {
        foreach (string action in FlowActions.WithoutMethod)
            text.Append('\n').AppendLine(CultureInfo.InvariantCulture, $"The client has no method for {Code(action)}: the service has it in preview versions only.");
    }

    private static void Identifiers(StringBuilder text) => text.AppendLine(CultureInfo.InvariantCulture, $"""

        ## Identifiers

        Of {IdentifierTests.Count} generated raw ids of every form, `CallFlows.Protocol` makes the models that the official client makes of them, and
        finds the way back as it does; the client takes the models for what they are.
        """);

    private string[] Operation(OperationPath operation)
    {
        ObservedRequest[] seen = [.. report.Requests.Where(request => request.Operation == operation)];
        return
        [
            operation.Name,
            Code($"{operation.Method} {operation.Template}"),
            string.Join(", ", seen.Select(request => request.By.Split('.')[1]).Distinct().Order(StringComparer.Ordinal).Select(Code)),
            string.Join(", ", seen.Select(request => request.Status).Distinct().Order()),
            Links(seen.Where(request => request.Succeeded).Select(request => request.Scenario)),
        ];
    }

    private string[] Callback(string type) =>
        [Code(type[CallbackEventTypes.Prefix.Length..]), Scenarios(line => line.Event is not null && line.Type == type, KnownGaps.Events, type)];

    private string[] Scenario(string name) =>
    [
        $"[{name}]({Folder}Client/scenarios/{name}.mjs)",
        ScenarioFiles.Describe(name),
        report.Of(name).Count(line => line.Check is not null).ToString(CultureInfo.InvariantCulture),
    ];

    private string Scenarios(Func<ReportLine, bool> happened, IReadOnlyDictionary<string, string> gaps, string key) =>
        gaps.TryGetValue(key, out string? gap) ? gap : Links(report.ScenariosWith(happened));

    // What every call has would list every scenario.
    private static string Links(IEnumerable<string> scenarios)
    {
        string[] names = [.. scenarios.Distinct().Order(StringComparer.Ordinal)];
        return names.Length > 6 ? $"{names.Length} scenarios" : string.Join(", ", names);
    }

    private static string Code(string text) => $"`{text}`";

    private static void Table(StringBuilder text, string? heading, string[] columns, IEnumerable<string[]> rows)
    {
        if (heading is not null)
            text.Append("\n## ").AppendLine(heading);
        text.AppendLine();
        Row(text, columns);
        Row(text, columns.Select(_ => "---"));
        foreach (string[] row in rows)
            Row(text, row);
    }

    private static void Row(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).AppendLine(" |");
}
