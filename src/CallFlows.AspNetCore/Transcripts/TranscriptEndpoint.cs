using System.Net.Mime;
using System.Text;
using CallFlows.AspNetCore.Management;
using CallFlows.Durable;
using CallFlows.Endpoints;
using CallFlows.Flows;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace CallFlows.AspNetCore.Transcripts;

/// <summary>Shows what was said, played and pressed, also while the call goes on: as text for people, or as JSON when that is asked for.</summary>
internal sealed class TranscriptEndpoint(InstanceEndpoints instances, TranscriptBoard board)
{
    public async Task HandleAsync(ManagementRequest request)
    {
        OrchestrationState state = await instances.FindAsync(request).ConfigureAwait(false);
        FlowTranscript transcript = TranscriptOf(state);
        if (WantsJson(request.Http.Request))
        {
            await request.AnswerAsync(transcript).ConfigureAwait(false);
            return;
        }

        string text = TranscriptText.Write(transcript, state.Status, request.SeesNumbers);
        string shown = request.SeesNumbers ? text : PhoneNumber.MaskIn(text);
        await request.AnswerAsync(Encoding.UTF8.GetBytes(shown), "text/plain; charset=utf-8").ConfigureAwait(false);
    }

    /// <summary>What a flow leaves behind is complete; until then, and for one that failed, there is the board.</summary>
    private FlowTranscript TranscriptOf(OrchestrationState state) =>
        state.Status == OrchestrationStatus.Completed && state.Output.To<FlowOutput>() is { } output
            ? new FlowTranscript(state.InstanceId, state.Name, output.Calls)
            : board.Find(state.InstanceId) ?? new FlowTranscript(state.InstanceId, state.Name, []);

    private static bool WantsJson(HttpRequest request)
    {
        foreach (MediaTypeHeaderValue accepted in request.GetTypedHeaders().Accept.OrderByDescending(type => type.Quality ?? 1))
        {
            if (accepted.MatchesMediaType(new StringSegment(MediaTypeNames.Text.Plain)))
            {
                return false;
            }

            if (accepted.MatchesMediaType(new StringSegment(MediaTypeNames.Application.Json)))
            {
                return true;
            }
        }

        return false;
    }
}
