using CallFlows.CrashTests.Application;
using CallFlows.CrashTests.Flows;
using CallFlows.CrashTests.Playing;
using CallFlows.Durable;
using CallFlows.Emulator.Callbacks;
using CallFlows.Emulator.Hosting;
using CallFlows.Emulator.Phones;
using CallFlows.Emulator.Rest;

namespace CallFlows.CrashTests.Judging;

/// <summary>
/// Compares what the callers met, what the service was asked for, what it delivered and what the store holds with what was planned.
/// </summary>
internal sealed class Judge(CallAutomationEmulator emulator, ApplicationSettings settings, IReadOnlyList<PlayedCall> calls)
{
    private readonly Verdict _verdict = new();

    public async Task<Verdict> JudgeAsync()
    {
        StoreContent store = await StoreContent.ReadAsync(settings);
        foreach (IGrouping<string, PlayedCall> kind in calls.GroupBy(call => call.Plan.Kind))
        {
            _verdict.Say($"Calls of kind {kind.Key}", kind.Count());
        }

        foreach (PlayedCall call in calls)
        {
            JudgeCall(call);
        }

        JudgeActions(emulator.Actions.Entries);
        JudgeInstances(store);
        JudgeLedger(store, new Ledger(settings.Ledger).Read());
        JudgeDeliveries(store, emulator.Deliveries.Entries);
        return _verdict;
    }

    private void JudgeCall(PlayedCall call)
    {
        JudgeScript($"{call.Plan.Kind} of {call.Plan.Caller}", call.Run);
        if (call.ColleagueRun is { } colleague)
        {
            JudgeScript($"{call.Plan.Kind} of {call.Plan.Caller}, its colleague", colleague);
        }

        string[] heard = [.. call.Phone.Heard.Select(prompt => prompt.Words)];
        bool asPlanned = heard.SequenceEqual(call.Plan.Heard) || (call.Plan.MayHearLess && heard.Length == 0);
        _verdict.Require(asPlanned, $"{call.Plan.Kind} of {call.Plan.Caller}: heard {Listed(heard)}, not {Listed(call.Plan.Heard)}");
    }

    private void JudgeScript(string who, PhoneRun run)
    {
        string came = run.Completion.IsCompletedSuccessfully ? run.Completion.Result.ToString() : $"still {run.CurrentStep}";
        _verdict.Require(run.Completion is { IsCompletedSuccessfully: true, Result.IsCompleted: true }, $"{who}: {came}");
    }

    /// <summary>Nothing took effect twice.</summary>
    private void JudgeActions(IReadOnlyList<ActionLogEntry> actions)
    {
        _verdict.Say("Actions that took effect", actions.Count);
        var twice = actions.Where(action => action.OperationContext is not null)
            .GroupBy(action => (action.CallConnectionId, OperationContext: WhateverSending(action.OperationContext)))
            .Concat(actions.Where(action => action.RepeatabilityRequestId is not null)
                .GroupBy(action => (action.CallConnectionId, OperationContext: action.RepeatabilityRequestId?.ToString())))
            .Where(group => group.Count() > 1);
        foreach (var group in twice)
        {
            _verdict.Require(false, $"call {group.Key.CallConnectionId}: {string.Join(" and ", group.Select(action => $"{action.Action} at {action.At:O}"))} under the one id {group.Key.OperationContext}");
        }

        int answered = actions.Count(action => action.Action == "AnswerCall");
        _verdict.Require(answered == calls.Count, $"{answered} calls were answered, not {calls.Count}");
    }

    /// <summary>The operation context without the number of the sending, as in <c>cf-7.2</c>: both sendings are the one action.</summary>
    private static string? WhateverSending(string? operationContext) => operationContext?.Split('.')[0];

    private void JudgeInstances(StoreContent store)
    {
        _verdict.Say("Flows", store.Instances.Count);
        _verdict.Say("Events in their histories", store.Histories.Values.Sum(history => history.Count));
        _verdict.Require(store.Instances.Count == calls.Count, $"there are {store.Instances.Count} flows, not {calls.Count}");
        foreach (OrchestrationState instance in store.Instances.Values.Where(instance => instance.Status != OrchestrationStatus.Completed))
        {
            _verdict.Require(false, $"flow {instance.InstanceId} ({instance.Name}) is {instance.Status}: {instance.Failure?.Message ?? instance.CustomStatus.ToString()}");
        }
    }

    /// <summary>Each flow has done its last piece of work, which counts once however often it ran.</summary>
    private void JudgeLedger(StoreContent store, IReadOnlyList<LedgerLine> lines)
    {
        LedgerLine[] works = [.. lines.DistinctBy(line => line.ExecutionId)];
        _verdict.Say("Lines of the ledger", $"{lines.Count}, {lines.Count - works.Length} of them written again after a crash");
        Dictionary<string, PlannedCall> plans = calls.ToDictionary(call => $"4:{call.Plan.Caller}", call => call.Plan);
        foreach (IGrouping<string, LedgerLine> flow in works.GroupBy(line => line.InstanceId))
        {
            LedgerLine line = flow.First();
            _verdict.Require(flow.Count() == 1, $"flow {flow.Key}: {flow.Count()} pieces of work wrote into the ledger, not one");
            _verdict.Require(
                plans.TryGetValue(line.Caller, out PlannedCall? plan) && plan.Outcome == line.Outcome,
                $"{plan?.Kind} of {line.Caller} (flow {flow.Key}): the outcome is '{line.Outcome}', not '{plan?.Outcome}'");
        }

        foreach (string missing in store.Instances.Keys.Except(works.Select(line => line.InstanceId)))
        {
            _verdict.Require(false, $"flow {missing} has no line in the ledger");
        }
    }

    /// <summary>What the application took, it has: each callback is in its flow's history, unless the flow had ended by then.</summary>
    private void JudgeDeliveries(StoreContent store, IReadOnlyList<DeliveryLogEntry> deliveries)
    {
        _verdict.Say("Callbacks taken", deliveries.Count);
        int late = 0;
        foreach (IGrouping<string, DeliveryLogEntry> flow in deliveries.GroupBy(delivery => delivery.Path[(delivery.Path.LastIndexOf('/') + 1)..]))
        {
            if (!store.Instances.TryGetValue(Uri.UnescapeDataString(flow.Key), out OrchestrationState? instance))
            {
                _verdict.Require(false, $"callbacks were taken for {flow.Key}, which is no flow");
                continue;
            }

            HashSet<string?> known = [.. store.Histories[instance.InstanceId].SelectMany(e => e.EarlierEventIds.Append(e.EventId))];
            foreach (DeliveryLogEntry delivery in flow.Where(delivery => !known.Contains(delivery.EventId)))
            {
                late++;
                _verdict.Require(
                    instance.IsFinished && delivery.At >= instance.LastUpdatedAt,
                    $"flow {instance.InstanceId}: {delivery.Type} {delivery.EventId} was taken at {delivery.At:O} and is not in the store; the flow's last change was at {instance.LastUpdatedAt:O}");
            }
        }

        _verdict.Say("Callbacks taken after their flow's end", late);
    }

    private static string Listed(IReadOnlyList<string> prompts) =>
        prompts.Count == 0 ? "nothing" : string.Join(" | ", prompts.Select(prompt => prompt.Length > 30 ? prompt[..30] + "…" : prompt));
}
