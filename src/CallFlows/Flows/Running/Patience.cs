using CallFlows.Actions;
using CallFlows.Prompts;

namespace CallFlows.Flows.Running;

/// <summary>
/// How long the callback that ends an action may take before the watchdog asks after the call, and before the callback is taken for
/// lost. Generous: a deadline that passes too early costs one query, a step that is given up too early costs the caller's patience.
/// </summary>
internal readonly record struct Patience(TimeSpan FirstCheck, TimeSpan GiveUp)
{
    /// <summary>How often a call is asked after once the first check found it alive.</summary>
    public static readonly TimeSpan Recheck = TimeSpan.FromMinutes(10);

    /// <summary>How long after the answer to a hang-up, or after an answer that the call is gone, the last callback may take.</summary>
    public static readonly TimeSpan LastCallback = TimeSpan.FromSeconds(30);

    /// <summary>How long an event may trail behind another one with the same cause; the service doesn't promise an order.</summary>
    public static readonly TimeSpan TrailingEvent = TimeSpan.FromSeconds(2);

    /// <summary>How long a recording may take to begin, to pause or to go on; recorded: seconds.</summary>
    public static readonly TimeSpan RecordingChange = TimeSpan.FromSeconds(15);

    /// <summary>How long the service keeps the files of a recording, so how long their announcement can be of use.</summary>
    public static readonly TimeSpan RecordingFiles = TimeSpan.FromDays(1);

    /// <summary>How late a deadline passes at the latest while the process is there.</summary>
    public static readonly TimeSpan Overslept = TimeSpan.FromSeconds(2);

    // A process that has just started takes its first callbacks slowly.
    private static readonly TimeSpan ShortestDoubt = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestDoubt = TimeSpan.FromSeconds(30);

    // Slower than any voice speaks, so that a prompt is never taken for lost while it plays.
    private const double SlowestCharactersPerSecond = 5;

    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestFile = TimeSpan.FromHours(1);

    public static Patience For(CallAction action) => action switch
    {
        // The service gives up on dialling after 85 seconds, on phones after 115.
        CreateCall or ConnectCall => Once(TimeSpan.FromSeconds(150)),
        TransferCall or MoveParticipants => Once(TimeSpan.FromSeconds(120)),
        AddParticipant add => Once((add.InvitationTimeout ?? TimeSpan.FromSeconds(180)) + Margin),
        Play { Loop: true } => new Patience(Recheck, TimeSpan.MaxValue),
        Play play => AfterPrompts(play.Prompts, TimeSpan.Zero),
        Recognize recognize => AfterPrompts(recognize.Prompts, Listening(recognize)),
        _ => Once(Margin),
    };

    /// <summary>
    /// How long the application must be reachable without a break before a missing event shows that an action was not done. A service that
    /// could not deliver tries again with growing pauses, none of them longer than the time since its first try: so as long again as
    /// nothing was heard, and a little more.
    /// </summary>
    /// <param name="quiet">How long nothing was heard before the application could be reached again.</param>
    public static TimeSpan InDoubt(TimeSpan quiet) => quiet < LongestDoubt - ShortestDoubt ? quiet + ShortestDoubt : LongestDoubt;

    /// <summary>When a missing callback is taken for lost.</summary>
    /// <param name="sent">When the action was sent.</param>
    public DateTimeOffset GiveUpAt(DateTimeOffset sent) => GiveUp == TimeSpan.MaxValue ? DateTimeOffset.MaxValue : sent + GiveUp;

    private static Patience Once(TimeSpan time) => new(time, time);

    private static Patience AfterPrompts(IReadOnlyList<Prompt> prompts, TimeSpan then)
    {
        TimeSpan total = then + Margin;
        foreach (Prompt prompt in prompts)
        {
            total += prompt is TextPrompt text ? TimeSpan.FromSeconds(text.Content.Length / SlowestCharactersPerSecond) : LongestFile;
        }

        return new Patience(total < Recheck ? total : Recheck, total);
    }

    private static TimeSpan Listening(Recognize recognize) =>
        recognize.InitialSilence
        + ((recognize.MaxTones ?? 0) * (recognize.InterToneTimeout ?? TimeSpan.FromSeconds(2)))
        + (recognize.EndSilence ?? TimeSpan.Zero)
        + Margin;
}
