using CallFlows.Durable;

namespace CallFlows.Engine.Execution;

/// <summary>Is told what the code of an execution did that can't be replayed. Called on any thread.</summary>
internal interface IExecutionGuard
{
    /// <summary>Work was posted to the execution's context from outside its turns.</summary>
    void OnForeignPost(object? state);

    /// <summary>The context was used from outside the execution's turns.</summary>
    void OnIllegal(FailureDetails failure);
}
