using System.Text;
using System.Text.Json;
using CallFlows.Durable;
using CallFlows.Emulator.Phones;
using CallFlows.Endpoints;
using CallFlows.Engine;
using CallFlows.Flows;
using CallFlows.Testing.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.Testing.Tests.Replay;

/// <summary>What is personal is taken out of a history, and its flow takes the same path all the same, or says by which value it does not.</summary>
public sealed class RedactionTests : IAsyncDisposable
{
    private const string Caller = "+14255550133";
    private const string Called = "+14255550177";

    private static readonly Ward.Member Anna = new(
        "Anna Somebody", Ward.CardNumber, new DateOnly(1971, 3, 4), Ward.Tier.Gold, CallEndpoint.Phone(Caller), "8:orgid:5f1d8a36-2c41-4d26-9d3f-0b7f3e6c1a55",
        new Uri("https://ward.example/anna.png?sig=secret"), "asked to be called", 4915112345678);

    private CallFlowTestHost? _host;

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }

    /// <summary>Places a call and lets its flow end.</summary>
    private async Task<string> CallAsync<TFlow>(PhoneScript script)
        where TFlow : InboundCallFlow
    {
        _host = await CallFlowTestHost.StartAsync(
            flows => flows.Add<TFlow>(when => when.Called(Called)).AddActivity<Ward.Handler>(),
            options => options.Services = services => services.AddSingleton(Anna));
        PhoneRun caller = _host.Phone(Caller).Run(script);
        await _host.RunUntilAsync(caller.Completion);
        string id = (await _host.Orchestrations.QueryAsync(new())).Instances.Should().ContainSingle().Which.InstanceId;
        await _host.RunUntilAsync(_host.Flows.WaitAsync(id));
        return id;
    }

    private Task<RecordedHistory?> ExportAsync(string id, HistoryRedaction? redaction = null) =>
        _host!.Services.GetRequiredService<OrchestrationEngine>().ExportAsync(id, redaction);

    private static JsonElement ResultOf(RecordedHistory history, string activity) => history.Events
        .First(happened => happened.Type == HistoryEventType.ActivityCompleted && happened.Name == activity).Payload.To<JsonElement>();

    [Fact]
    public async Task Export_OfAFlowThatComparesWhatItIsTold_KeepsItsPathAndNothingPersonal()
    {
        string id = await CallAsync<Ward.EqualLine>(PhoneScript.Create()
            .Calls(Called).Hears("Your card").Presses(Ward.CardNumber).Hears("Press 1").Presses("1").Hears("Good").WaitsForHangUp());

        RecordedHistory history = (await ExportAsync(id))!;

        string text = Encoding.UTF8.GetString(HistoryFile.Write(history));
        foreach (string personal in new[] { "Anna", "73915", "1971", "5550133", "5550177", "5f1d8a36", "secret", "anna.png", "asked", "49151", id })
        {
            text.Should().NotContain(personal);
        }

        text.Should().Contain("Hello text-").And.Contain("\"content\": \"Good.\"", "texts of the code are no secret, and its path is the same");
        JsonElement member = ResultOf(history, nameof(Ward.FindMember));
        member.GetProperty("tier").GetString().Should().Be("gold", "the code says what a tier may be");
        member.GetProperty("born").GetString().Should().Be("2000-01-01");
        member.GetProperty("card").GetString().Should().MatchRegex("^[0-9]{5}$");
        member.GetProperty("lastSeen").GetString().Should().Be("0001-01-01T00:00:00", "that is no time");
        member.GetProperty("balance").GetRawText().Should().MatchRegex(@"^[0-9]{8}\.5$").And.NotBe("12345678.5");
        member.GetProperty("doctor").GetString().Should().MatchRegex("^8:orgid:[0-9a-f-]{36}$");
        member.GetProperty("phone").GetString().Should().Be(history.Events[0].Payload.To<JsonElement>().GetProperty("from").GetString());
        HistoryReplay.FindDeparture(history, SampleCalls.RegistryOf(_host!)).Should().BeNull();
    }

    [Fact]
    public async Task Export_OfAFlowThatTakesItsPathByWords_IsRefusedAndNamesThem()
    {
        string id = await CallAsync<Ward.WordLine>(PhoneScript.Create().Calls(Called).WaitsForHangUp());

        Func<Task> export = () => ExportAsync(id);

        (await export.Should().ThrowAsync<HistoryExportException>()).Which.Message.Should().Be($"""
            The history of WordLine v1 '{id}' can't be exported: its path depends on values that would be masked, and with them masked event 9 of the history is the call action 'play' at Ward.cs:69, but the code makes the call action 'hangUp', as it leaves the flow.
              event 8, the result of activity 'FindMember': $.note; kept with Keep("FindMember", "$.note"), or --keep 'FindMember:$.note'
              event 8, the result of activity 'FindMember': $.name; kept with Keep("FindMember", "$.name"), or --keep 'FindMember:$.name'
            Keep what tells nothing of a person; otherwise leave this history out.
            """);
    }

    [Fact]
    public async Task Export_WithTheWordsKept_HoldsThemAndNothingElse()
    {
        string id = await CallAsync<Ward.WordLine>(PhoneScript.Create().Calls(Called).WaitsForHangUp());

        RecordedHistory history = (await ExportAsync(id, HistoryRedaction.Keeping(["FindMember:$.note", "FindMember:$.name"])))!;

        JsonElement member = ResultOf(history, nameof(Ward.FindMember));
        member.GetProperty("note").GetString().Should().Be(Anna.Note);
        member.GetProperty("name").GetString().Should().Be(Anna.Name);
        member.GetProperty("doctor").GetString().Should().NotBe(Anna.Doctor);
        member.GetProperty("card").GetString().Should().NotBe(Anna.Card);
    }

    [Fact]
    public async Task Export_WithAWholePayloadKept_MasksItsPhonesAndUsersAllTheSame()
    {
        string id = await CallAsync<Ward.WordLine>(PhoneScript.Create().Calls(Called).WaitsForHangUp());

        RecordedHistory history = (await ExportAsync(id, new HistoryRedaction().Keep(nameof(Ward.FindMember))))!;

        JsonElement member = ResultOf(history, nameof(Ward.FindMember));
        member.GetProperty("note").GetString().Should().Be(Anna.Note);
        member.GetProperty("card").GetString().Should().Be(Anna.Card);
        member.GetProperty("phone").GetString().Should().NotContain(Caller);
        member.GetProperty("doctor").GetString().Should().NotBe(Anna.Doctor);
    }

    [Fact]
    public async Task Export_OfAnInstanceThatIsNotThere_IsNull()
    {
        await CallAsync<Ward.WordLine>(PhoneScript.Create().Calls(Called).WaitsForHangUp());

        (await ExportAsync("nobody")).Should().BeNull();
    }

    [Fact]
    public async Task Redaction_OverCodeThatDoesNotFit_IsRefused()
    {
        string id = await CallAsync<Ward.WordLine>(PhoneScript.Create().Calls(Called).WaitsForHangUp());
        RecordedHistory history = (await ExportAsync(id, new HistoryRedaction().Keep(nameof(Ward.FindMember))))!;
        DurableRegistry other = new DurableRegistry().AddOrchestrator(nameof(Ward.WordLine), _ => Task.FromResult(Payload.Null));

        Action redact = () => new HistoryRedaction().Apply(history, other);
        Action redactUnknown = () => new HistoryRedaction().Apply(history, new DurableRegistry());

        redact.Should().Throw<HistoryExportException>().WithMessage(
            "The history of WordLine v1 'redacted' can't be exported: the code here does not fit it (event 2 of the history is *, but the code ends). "
            + "Export it where the code runs that made it, before the next one is deployed.");
        redactUnknown.Should().Throw<HistoryExportException>().WithMessage("*its code is not registered here*");
    }

    [Fact]
    public void Keep_WithAPathThatIsNone_IsRefused()
    {
        Action keep = () => new HistoryRedaction().Keep("FindMember", "status");

        keep.Should().Throw<ArgumentException>().WithMessage("'status' is no path to a value; it begins with $, such as $.status.*");
    }
}
