using CallFlows.Benchmarks.Http.Feed;

namespace CallFlows.Benchmarks.Http.Load;

/// <summary>A service under load: what to post to it so that it holds a call.</summary>
internal interface ICallTarget
{
    /// <summary>The request that starts a call; the action it leads to is reported with this id.</summary>
    HttpRequestMessage Start(string callId);

    /// <summary>The request that ends an action.</summary>
    /// <param name="first">The call's first action.</param>
    /// <param name="action">The action to end.</param>
    /// <param name="round">Which one that is, from 0.</param>
    HttpRequestMessage Callback(ActionReport first, ActionReport action, int round);
}
