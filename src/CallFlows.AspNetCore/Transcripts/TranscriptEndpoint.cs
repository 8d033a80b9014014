using System.Net.Mime;
using System.Text;
using CallFlows.AspNetCore.Management;
using CallFlows.Durable;
using CallFlows.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace CallFlows.AspNetCore.Transcripts;

/// <summary>Shows what was said, played and pressed, also while the call goes on: as text for people, or as JSON when that is asked for.</summary>
internal sealed class TranscriptEndpoint(InstanceEndpoints instances, TranscriptReader transcripts)
{
    public async Task HandleAsync(ManagementRequest request)
    {
        OrchestrationState state = await instances.FindAsync(request).ConfigureAwait(false);
        FlowTranscript transcript = await transcripts.ReadAsync(state, request.Aborted).ConfigureAwait(false);
        if (WantsJson(request.Http.Request))
        {
            await request.AnswerAsync(transcript).ConfigureAwait(false);
            return;
        }

        string text = TranscriptText.Write(transcript, state.Status, request.SeesNumbers);
        string shown = request.SeesNumbers ? text : PhoneNumber.MaskIn(text);
        await request.AnswerAsync(Encoding.UTF8.GetBytes(shown), "text/plain; charset=utf-8").ConfigureAwait(false);
    }

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
