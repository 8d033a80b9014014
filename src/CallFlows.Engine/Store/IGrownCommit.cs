namespace CallFlows.Engine.Store;

/// <summary>A commit that a store came to write while its turn added to it.</summary>
internal interface IGrownCommit
{
    /// <summary>The turn has added what it had; the store may come again.</summary>
    void OnGrown();
}
