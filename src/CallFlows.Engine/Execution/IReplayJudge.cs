namespace CallFlows.Engine.Execution;

/// <summary>Sees every decision of a replay that fits the history in the engine's eyes, and may think otherwise.</summary>
internal interface IReplayJudge
{
    /// <summary>Compares a decision further.</summary>
    /// <param name="recorded">The decision as the history has it.</param>
    /// <param name="made">The decision as the code made it now.</param>
    /// <returns>Whether the two are the same.</returns>
    bool IsSame(HistoryEvent recorded, HistoryEvent made);
}
