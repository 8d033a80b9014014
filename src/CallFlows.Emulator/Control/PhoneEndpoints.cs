using System.Globalization;
using CallFlows.Emulator.Phones;

namespace CallFlows.Emulator.Control;

/// <summary>Drives phones over HTTP, so that any program can be the caller.</summary>
internal sealed class PhoneEndpoints(ControlPipeline pipeline, PhoneDirectory phones, TimeProvider time)
{
    private const string Phone = "/emulator/phones/{id}";
    private const int MaxRoomIdLength = 512;
    private const double MaxWaitSeconds = 300;
    private const int MaxName = 256;
    private const int MaxWords = 10_000;

    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/emulator/phones", pipeline.For((_, _) => Task.FromResult<object?>(phones.All.Select(View).ToArray())));
        endpoints.MapGet(Phone, Do(phone => Task.CompletedTask));
        endpoints.MapPut(Phone, pipeline.For(SetAsync));
        endpoints.MapPost(Phone + "/call", pipeline.For(async (context, _) =>
        {
            DialRequest request = await pipeline.ReadAsync<DialRequest>(context);
            VirtualPhone phone = Find(context);
            await phone.CallAsync(request.To ?? "", Bounded(request.DisplayName, MaxName, "displayName"));
            return View(phone);
        }));
        endpoints.MapPost(Phone + "/join", pipeline.For(async (context, _) =>
        {
            JoinRequest request = await pipeline.ReadAsync<JoinRequest>(context);
            VirtualPhone phone = Find(context);
            await (request switch
            {
                { GroupCallId: { } group, RoomId: null } => phone.JoinGroupCallAsync(group),
                { GroupCallId: null, RoomId: { Length: > 0 and <= MaxRoomIdLength } room } => phone.JoinRoomAsync(room),
                _ => throw new FormatException($"Either 'groupCallId', a GUID, or 'roomId', 1 to {MaxRoomIdLength} characters, is needed."),
            });
            return View(phone);
        }));
        endpoints.MapPost(Phone + "/answer", Do(phone => phone.AnswerAsync()));
        endpoints.MapPost(Phone + "/decline", Do(phone => phone.DeclineAsync()));
        endpoints.MapPost(Phone + "/busy", Do(phone => phone.BeBusyAsync()));
        endpoints.MapPost(Phone + "/hangup", Do(phone => phone.HangUpAsync()));
        endpoints.MapPost(Phone + "/press", pipeline.For(async (context, _) =>
        {
            PressRequest request = await pipeline.ReadAsync<PressRequest>(context);
            if (request.Tones is not { Length: > 0 and <= 1000 })
                throw new FormatException("'tones' must have 1 to 1000 keys, like \"12#\".");
            VirtualPhone phone = Find(context);
            await phone.PressAsync(Tones.FromKeys(request.Tones));
            return View(phone);
        }));
        endpoints.MapPost(Phone + "/say", pipeline.For(async (context, _) =>
        {
            SayRequest request = await pipeline.ReadAsync<SayRequest>(context);
            VirtualPhone phone = Find(context);
            await phone.SayAsync(Bounded(request.Text, MaxWords, "text"));
            return View(phone);
        }));
        endpoints.MapPost(Phone + "/play", pipeline.For(async (context, _) =>
        {
            PlayAudioRequest request = await pipeline.ReadAsync<PlayAudioRequest>(context);
            VirtualPhone phone = Find(context);
            await phone.PlayAudioAsync(request.Wav ?? throw new FormatException("'wav' must be a WAV file in base64."));
            return View(phone);
        }));
        endpoints.MapGet(Phone + "/heard", pipeline.For((context, work) => PollAsync(
            context, work, (phone, after) => phone.Heard.Where(heard => heard.Number > after).ToArray())));
        endpoints.MapGet(Phone + "/log", pipeline.For((context, work) => PollAsync(
            context, work, (phone, after) => phone.Log.Where(entry => entry.Number > after).ToArray())));
    }

    private static PhoneView View(VirtualPhone phone) => new(phone.RawId, phone.State);

    private static double Number(HttpContext context, string name)
    {
        string? text = context.Request.Query[name];
        if (text is null)
            return 0;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value >= 0
            ? value
            : throw new FormatException($"'{name}' must be a number that isn't negative.");
    }

    private static string Bounded(string? text, int limit, string name) => text is null or { Length: 0 } ? ""
        : text.Length <= limit ? text
        : throw new FormatException($"'{name}' must have at most {limit} characters.");

    private static RingBehavior? Behavior(PhoneSettings settings)
    {
        double seconds = settings.AfterSeconds ?? 0;
        if (seconds is not (>= 0 and <= 3600))
            throw new FormatException("'afterSeconds' must be 0 to 3600.");
        TimeSpan after = TimeSpan.FromSeconds(seconds);
        return settings.OnRing switch
        {
            "answer" => RingBehavior.Answer(after),
            "decline" => RingBehavior.Decline(after),
            "busy" => RingBehavior.Busy,
            null or "ignore" => null,
            _ => throw new FormatException("'onRing' must be answer, decline, busy or ignore."),
        };
    }

    private async Task<object?> SetAsync(HttpContext context, ControlWork work)
    {
        PhoneSettings settings = await pipeline.ReadAsync<PhoneSettings>(context);
        RingBehavior? behavior = Behavior(settings);
        VirtualPhone phone = Find(context);
        return View(phone.OnRing(behavior));
    }

    private RequestDelegate Do(Func<VirtualPhone, Task> act) => pipeline.For(async (context, _) =>
    {
        VirtualPhone phone = Find(context);
        await act(phone);
        return View(phone);
    });

    private VirtualPhone Find(HttpContext context) => phones.Get(context.Request.RouteValues["id"] as string ?? "");

    // Answers what is newer than 'after'; when there is nothing, waits up to 'wait' seconds for it.
    private async Task<object?> PollAsync<T>(HttpContext context, ControlWork work, Func<VirtualPhone, double, T[]> read)
    {
        VirtualPhone phone = Find(context);
        double after = Number(context, "after");
        double wait = Math.Min(Number(context, "wait"), MaxWaitSeconds);
        Task changed = phone.LogBook.Changed;
        T[] news = read(phone, after);
        if (news.Length > 0 || wait <= 0)
            return news;

        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(wait), time);
        using CancellationTokenSource both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, context.RequestAborted);
        while (news.Length == 0 && !both.IsCancellationRequested)
        {
            await work.WaitIdleAsync(Task.WhenAny(changed, Task.Delay(Timeout.Infinite, both.Token)));
            changed = phone.LogBook.Changed;
            news = read(phone, after);
        }

        return news;
    }
}
