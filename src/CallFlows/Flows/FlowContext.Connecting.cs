using System.Runtime.CompilerServices;
using CallFlows.Actions;
using CallFlows.Calls;
using CallFlows.Flows.Running;
using CallFlows.Streams;

namespace CallFlows.Flows;

/// <content>Calls with all their options, and joining calls that go on.</content>
public sealed partial class FlowContext
{
    /// <summary>Calls somebody, with every option there is, and waits until the first answers or nobody does.</summary>
    /// <param name="options">Whom, and how.</param>
    /// <param name="cancellationToken">Hangs up before anybody answers.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentException">There is no target, there are too many, a phone is called without a number to show, or two sources are named.</exception>
    /// <exception cref="CallActionException">The service refused to dial.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<Dialed> DialAsync(
        DialOptions options, CancellationToken cancellationToken = default, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(options);
        DialRules.Check(options);
        CreateCall action = new(options.Targets, options.From, options.DisplayName, options.Source, options.MediaStreaming, options.Transcription)
        {
            TeamsAppSource = options.TeamsAppSource,
            Intelligence = options.Intelligence,
        };
        return await Dialer.DialAsync(this, action, options.Ring, Step.At(nameof(DialAsync), file, line), cancellationToken);
    }

    /// <summary>
    /// Joins a call that goes on, such as a room or another flow's call, and waits until the flow is part of it. It hears and is heard as in
    /// any call, but no list of participants shows it. Leaving the flow leaves the call, which goes on.
    /// </summary>
    /// <param name="locator">Which call.</param>
    /// <param name="mediaStreaming">Streams the call's sound to the application; null for not.</param>
    /// <param name="transcription">Transcribes the call for the application; null for not.</param>
    /// <param name="intelligence">The AI service of this connection; null for the application's own.</param>
    /// <param name="cancellationToken">Leaves before the call is joined.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentException">The service has no such stream.</exception>
    /// <exception cref="CallActionException">The service refused, or could not join: there may be no such call.</exception>
    /// <exception cref="CallEndedException">The call ended before it was joined.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<Call> ConnectAsync(
        CallLocator locator,
        MediaStreamingOptions? mediaStreaming = null,
        TranscriptionOptions? transcription = null,
        CallIntelligenceOptions? intelligence = null,
        CancellationToken cancellationToken = default,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(locator);
        StreamRules.Check(mediaStreaming, transcription);
        ConnectCall action = new(locator, mediaStreaming, transcription) { Intelligence = intelligence };
        return Connector.ConnectAsync(this, action, Step.At(nameof(ConnectAsync), file, line), cancellationToken);
    }
}
