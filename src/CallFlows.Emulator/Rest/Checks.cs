using CallFlows.Emulator.Media;
using CallFlows.Emulator.Phones;
using CallFlows.Emulator.Switchboard;
using CallFlows.Protocol.Identifiers;
using CallFlows.Protocol.Rest;

namespace CallFlows.Emulator.Rest;

/// <summary>Turns parts of requests into domain values, or refuses them with 400/8523 and the name of the part.</summary>
internal static class Checks
{
    private const int MaxUriLength = 8192;
    private const int MaxContextLength = 5000;
    private const int MaxSources = 100;
    private const int MaxText = 4000;
    private const int MaxSsml = 64 * 1024;
    private const int MaxName = 256;

    public static string CallbackUri(string? value, string name)
    {
        bool valid = value is { Length: > 0 and <= MaxUriLength }
            && Uri.TryCreate(value, UriKind.Absolute, out Uri? uri)
            && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
        return valid
            ? value!
            : throw ServiceFault.Invalid(
                $"The field {name} is invalid. It must be an absolute https address (the emulator also takes http to this machine).");
    }

    public static CallLocation Location(CallLocatorModel? locator)
    {
        (CallLocationKind Kind, string? Id) named = locator?.Kind switch
        {
            CallLocatorKinds.ServerCall => (CallLocationKind.ServerCall, locator.ServerCallId),
            CallLocatorKinds.GroupCall => (CallLocationKind.GroupCall, locator.GroupCallId),
            CallLocatorKinds.RoomCall => (CallLocationKind.Room, locator.RoomId),
            null => (CallLocationKind.ServerCall, locator?.ServerCallId),
            _ => throw ServiceFault.Invalid("The field callLocator.kind must be serverCallLocator, groupCallLocator or roomCallLocator."),
        };
        return named.Id is { Length: > 0 and <= MaxUriLength } id
            ? new CallLocation(named.Kind, id)
            : throw ServiceFault.Invalid("The field callLocator needs a kind, and the serverCallId, groupCallId or roomId that it promises.");
    }

    public static Operation Operation(string? context, string? callbackUri) => new(
        OperationContext(context),
        callbackUri is null ? null : CallbackUri(callbackUri, "operationCallbackUri"));

    public static string? OperationContext(string? context) =>
        context is null || context.Length <= MaxContextLength
            ? context
            : throw ServiceFault.Invalid($"The field operationContext is longer than {MaxContextLength} characters.");

    public static PartyId Party(CommunicationIdentifierModel? model, string name)
    {
        if (model is null)
            throw ServiceFault.Invalid($"The field {name} is missing.");
        string? rawId = CommunicationIdentifiers.RawIdOf(model);
        return PartyId.TryParse(rawId, out PartyId id)
            ? id
            : throw ServiceFault.Invalid($"The field {name} names nobody: it needs a rawId or an identifier object.");
    }

    public static PartyId? OptionalParty(CommunicationIdentifierModel? model, string name) =>
        model is null ? null : Party(model, name);

    public static PartyId? User(CommunicationUserIdentifierModel? model, string name)
    {
        if (model is null)
            return null;
        return PartyId.TryParse(model.Id, out PartyId id) && !id.IsPhoneNumber
            ? id
            : throw ServiceFault.Invalid($"The field {name}.id is not a user's raw id.");
    }

    public static PartyId? TeamsAppSource(MicrosoftTeamsAppIdentifierModel? model, string apiVersion)
    {
        if (model is null)
            return null;
        if (!ApiAvailability.TeamsAppSource.IsIn(apiVersion))
        {
            throw ServiceFault.Invalid(
                $"The field teamsAppSource is not in version {apiVersion}; it is in {ApiAvailability.TeamsAppSource.VersionFor(apiVersion)}.");
        }

        return string.IsNullOrEmpty(model.AppId)
            ? throw ServiceFault.Invalid("The field teamsAppSource.appId is missing.")
            : Party(new CommunicationIdentifierModel { MicrosoftTeamsApp = model }, "teamsAppSource");
    }

    public static string? Number(PhoneNumberIdentifierModel? model, string name)
    {
        if (model is null)
            return null;
        return PartyId.TryParse(model.Value, out PartyId id) && id.IsPhoneNumber
            ? id.Number
            : throw ServiceFault.Invalid($"The field {name}.value is not a phone number in E.164 form, like +15551234567.");
    }

    /// <summary>A call to a phone number needs a number to show.</summary>
    public static void CallerIdFor(PartyId target, string? callerId)
    {
        if (target.IsPhoneNumber && callerId is null)
            throw ServiceFault.Invalid("The field sourceCallerIdNumber is missing; it is needed to call a phone number.");
    }

    public static TimeSpan? Seconds(int? value, int least, int most, string name)
    {
        if (value is not { } seconds)
            return null;
        return seconds >= least && seconds <= most
            ? TimeSpan.FromSeconds(seconds)
            : throw ServiceFault.Invalid($"The field {name} is {seconds}; it must be {least} to {most}.");
    }

    public static Tone Tone(string? value, string name) =>
        Tones.TryParseWire(value, out Tone tone)
            ? tone
            : throw ServiceFault.Invalid($"The field {name} is not a tone. Tones are zero to nine, a to d, pound and asterisk.");

    public static CustomHeaders? Headers(CustomCallingContextModel? model)
    {
        if (model is null)
            return null;
        CustomHeaders headers = new(
            model.VoipHeaders ?? new Dictionary<string, string>(), model.SipHeaders ?? new Dictionary<string, string>());
        HeaderRules.Check(headers);
        return headers;
    }

    public static string? DisplayName(string? name) => name is null ? null : Bounded(name, MaxName, "sourceDisplayName");

    public static string Bounded(string text, int limit, string name) =>
        text.Length <= limit ? text : throw ServiceFault.Invalid($"The field {name} is longer than {limit} characters.");

    public static IReadOnlyList<Prompt> Prompts(IReadOnlyList<PlaySourceModel>? sources, string name)
    {
        if (sources is null || sources.Count == 0)
            throw ServiceFault.Invalid($"The field {name} is missing or empty.");
        if (sources.Count > MaxSources)
            throw ServiceFault.Invalid($"The field {name} has {sources.Count} sources; {MaxSources} are the most.");
        return sources.Select((source, index) => Prompt(source, $"{name}[{index}]")).ToArray();
    }

    public static Prompt Prompt(PlaySourceModel? source, string name) => source?.Kind switch
    {
        PlaySourceKinds.File when source.File?.Uri is { } uri => new Prompt(PromptKind.File, Bounded(uri, MaxUriLength, $"{name}.file.uri")),
        PlaySourceKinds.Text when source.Text?.Text is { } text => new Prompt(PromptKind.Text, Bounded(text, MaxText, $"{name}.text.text")),
        PlaySourceKinds.Ssml when source.Ssml?.SsmlText is { } ssml => new Prompt(PromptKind.Ssml, Bounded(ssml, MaxSsml, $"{name}.ssml.ssmlText")),
        PlaySourceKinds.File or PlaySourceKinds.Text or PlaySourceKinds.Ssml =>
            throw ServiceFault.Invalid($"The field {name} has no {source!.Kind} source, which its kind promises."),
        _ => throw ServiceFault.Invalid($"The field {name}.kind must be file, text or ssml."),
    };
}
