using CallFlows.Calls;
using CallFlows.Endpoints;
using CallFlows.Prompts;

namespace CallFlows.Docs.Tests.Snippets;

/// <summary>Ways to let a caller hear something.</summary>
public static class Playing
{
    /// <summary>Texts, SSML and files.</summary>
    public static async Task PlayPrompts(Call call, CallEndpoint agent)
    {
        await call.PlayAsync("Welcome to Contoso.");
        await call.PlayAsync(Prompt.Text("Willkommen bei Contoso.", voice: "de-DE-KatjaNeural"));
        await call.PlayAsync(Prompt.Ssml("<speak version=\"1.0\" xml:lang=\"en-US\">Your code is <say-as interpret-as=\"digits\">4213</say-as></speak>"));
        await call.PlayAsync(Prompt.File("https://contoso.example/audio/jingle.wav") with { CacheId = "jingle" });

        // Several prompts are one step; 'to' whispers to one participant.
        await call.PlayAsync(["You have a caller from sales.", "They have waited for a minute."], to: [agent]);
    }
}
