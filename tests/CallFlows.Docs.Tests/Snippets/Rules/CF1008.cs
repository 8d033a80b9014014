using CallFlows.Calls;
using CallFlows.Calls.Asking;
using CallFlows.Flows;
using CallFlows.Recognition;

namespace CallFlows.Docs.Tests.Snippets.Rules;

/// <summary>Fields of a flow.</summary>
internal static class CF1008
{
    private static readonly Menu Question = Menu.Say("Were you content? Press 1 for yes.").Option("yes", Tone.One);

#pragma warning disable CF1008 // Here to show what is reported.
    internal sealed class Wrong : InboundCallFlow
    {
        private bool _content;

        /// <inheritdoc/>
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            _content = (await call.AskAsync(Question)).Given;
            await call.PlayAsync(_content ? "Thank you." : "We are sorry.");
        }
    }
#pragma warning restore CF1008

    internal sealed class Right : InboundCallFlow
    {
        /// <inheritdoc/>
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            bool content = (await call.AskAsync(Question)).Given;
            await call.PlayAsync(content ? "Thank you." : "We are sorry.");
        }
    }
}
