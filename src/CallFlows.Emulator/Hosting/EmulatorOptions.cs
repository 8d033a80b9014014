using CallFlows.Emulator.Faults;
using CallFlows.Emulator.Streams;

namespace CallFlows.Emulator.Hosting;

/// <summary>Settings of the emulator, section <c>Emulator</c> of the configuration. Checked at start.</summary>
public sealed class EmulatorOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Emulator";

    /// <summary>The well-known key of every emulator that isn't given another. It protects nothing.</summary>
    public const string DevelopmentAccessKey = "Y2FsbGZsb3dzLWVtdWxhdG9yLWRldmVsb3BtZW50LWtleQ==";

    /// <summary>The well-known resource id, <c>aud</c> of the tokens of every emulator that isn't given another.</summary>
    public const string DevelopmentResourceId = "c0ffee00-ca11-4f10-8000-00000000aced";

    /// <summary>Access key of the emulated resource, base64 of at least 16 bytes.</summary>
    public string AccessKey { get; set; } = DevelopmentAccessKey;

    /// <summary>Immutable id of the emulated resource: audience of callback tokens and part of user ids.</summary>
    public Guid ResourceId { get; set; } = new(DevelopmentResourceId);

    /// <summary>Makes ids and orders the same in every run. Leave it out when a client keeps state between runs.</summary>
    public int? Seed { get; set; }

    /// <summary>Time between an action and its first effect. 0 to 1 minute.</summary>
    public TimeSpan Latency { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>How long an app's call to a user rings (doc: 85 s). Above 0, up to 1 hour.</summary>
    public TimeSpan UserRingTimeout { get; set; } = TimeSpan.FromSeconds(85);

    /// <summary>How long an app's call to a phone number rings (doc: 115 s). Above 0, up to 1 hour.</summary>
    public TimeSpan NumberRingTimeout { get; set; } = TimeSpan.FromSeconds(115);

    /// <summary>How long a transfer target rings (doc: 60 s). Above 0, up to 1 hour.</summary>
    public TimeSpan TransferTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a virtual phone lets its own call ring. Above 0, up to 1 hour.</summary>
    public TimeSpan PhoneRingTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>When a phone that nobody drives answers. 0 to 1 hour.</summary>
    public TimeSpan UndrivenPhoneAnswersAfter { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Which event ends a recognition whose digits stopped coming.</summary>
    public InterDigitTimeoutOutcome InterDigitTimeout { get; set; }

    /// <summary>
    /// True to refuse text, SSML and speech in calls made without a cognitive services endpoint (400/8567), as the service does.
    /// </summary>
    public bool RequireCognitiveServices { get; set; }

    /// <summary>
    /// Whether tokens of Entra ID are taken in place of the access key, by their shape: three parts, audience, time. Their signature is not
    /// checked, so they are taken over https and from this machine only.
    /// </summary>
    public bool AcceptEntraTokens { get; set; } = true;

    /// <summary>How https is served.</summary>
    public HttpsOptions Https { get; set; } = new();

    /// <summary>How many participants a list shows before it links to the next page (not recorded). 1 to 1,000.</summary>
    public int ParticipantsPerPage { get; set; } = 100;

    /// <summary>How prompts take time.</summary>
    public PromptOptions Prompts { get; set; } = new();

    /// <summary>What becomes of recordings.</summary>
    public RecordingOptions Recordings { get; set; } = new();

    /// <summary>How callbacks are delivered.</summary>
    public CallbackOptions Callbacks { get; set; } = new();

    /// <summary>How streams are sent.</summary>
    public StreamOptions Streams { get; set; } = new();

    /// <summary>Who gets Event Grid events.</summary>
    public EventGridOptions EventGrid { get; set; } = new();

    /// <summary>What goes wrong on purpose, by chance.</summary>
    public FaultOptions Faults { get; set; } = new();

    /// <summary>What goes wrong on purpose from the start, by rule: up to 1000. More can be added while running.</summary>
    public IList<FaultRule> FaultRules { get; set; } = [];

    /// <summary>What bounds the emulator's memory.</summary>
    public LimitOptions Limits { get; set; } = new();

    /// <summary>
    /// Called when work begins while there was none: a request, a queued command or a delivery is in flight. Called under
    /// a lock: be quick, and don't call the emulator. Set by code only.
    /// </summary>
    public Action? OnBusy { get; set; }

    /// <summary>
    /// Called when the last work in flight has ended: nothing more happens until time passes or somebody asks. A delivery
    /// that waits for its next attempt, and a long poll that waits for news, count as idle. Set by code only.
    /// </summary>
    public Action? OnIdle { get; set; }

    /// <summary>Is told what passes over streams; null for nobody. Set by code only.</summary>
    public IEmulatedStreamObserver? StreamObserver { get; set; }

    /// <summary>Is told what the emulated service does; null for nobody. Set by code only.</summary>
    public IEmulatorObserver? Observer { get; set; }

    /// <summary>Makes the handler that sends callbacks, Event Grid events and file requests; null for real HTTP. Set by code only.</summary>
    public Func<HttpMessageHandler>? CreateHttpHandler { get; set; }
}
