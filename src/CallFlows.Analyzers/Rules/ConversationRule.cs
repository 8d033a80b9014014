using Microsoft.CodeAnalysis;

namespace CallFlows.Analyzers.Rules;

/// <summary>Rules about what a caller goes through.</summary>
internal static class ConversationRule
{
    public static readonly DiagnosticDescriptor EndlessQuestion = Rule.Warning(
        RuleIds.EndlessQuestion,
        Rule.Conversation,
        "A question in a loop has a way out for who says nothing",
        "A caller who stays silent is asked this for ever, because only an answer leaves the loop; count the rounds, or leave when nothing was given",
        "A phone that lies beside its cradle never answers. The call goes on, and is paid for, until the network ends it.");

    public static readonly DiagnosticDescriptor DigitsWhileRecording = Rule.Warning(
        RuleIds.DigitsWhileRecording,
        Rule.Conversation,
        "Digits are not keyed in while the call is recorded",
        "{0} takes digits while '{1}' is recorded, and the recording keeps their tones; call PauseAsync on the recording before and ResumeAsync after",
        "Card numbers and secret codes can be read from the tones in a recording.");

    public static readonly DiagnosticDescriptor IgnoredOutcome = Rule.Warning(
        RuleIds.IgnoredOutcome,
        Rule.Conversation,
        "What came of a transfer, an invitation or a dial is looked at",
        "{0} may end without anybody answering, and this code goes on all the same; look at its {1}, or write '_ = await' when either will do",
        "Busy, declined and no answer are outcomes, not exceptions: code that does not look goes on as if somebody had answered.");

    public static readonly DiagnosticDescriptor LongPrompt = Rule.Warning(
        RuleIds.LongPrompt,
        Rule.Conversation,
        "A spoken text keeps within the service's limit",
        "This text has at least {0} characters, and a spoken text has at most {1}; play several prompts, or use Prompt.Ssml",
        "A text that is too long is refused when it is made, in the middle of a call.");
}
