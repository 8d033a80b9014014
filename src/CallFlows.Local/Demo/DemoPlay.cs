using CallFlows.Emulator.Phones;
using CallFlows.Endpoints;
using CallFlows.Samples;
using CallFlows.Samples.Clinic;
using CallFlows.Samples.Shop;

namespace CallFlows.Local.Demo;

/// <summary>The demo's cast and what each of them does. Everything happens at once.</summary>
internal sealed class DemoPlay
{
    /// <summary>The order that Dan and Eve ask for.</summary>
    private const string OrderNumber = "421337";

    private static readonly PhoneNumber Ann = CallEndpoint.Phone("+14255550121");
    private static readonly PhoneNumber Bob = CallEndpoint.Phone("+14255550122");
    private static readonly PhoneNumber Cid = CallEndpoint.Phone("+14255550123");
    private static readonly PhoneNumber Dan = CallEndpoint.Phone("+14255550124");
    private static readonly PhoneNumber Eve = CallEndpoint.Phone("+14255550125");
    private static readonly PhoneNumber Fay = CallEndpoint.Phone("+14255550126");
    private static readonly PhoneNumber Gus = CallEndpoint.Phone("+14255550127");

    /// <summary>The appointment Fay is reminded of.</summary>
    public Appointment Reminded { get; } = new("A-3", Fay, "Wednesday at noon");

    public InMemoryClinic Clinic { get; }

    public InMemoryShop Shop { get; } = new(new Order(OrderNumber, "on its way and arrives tomorrow"));

    public IReadOnlyList<DemoCall> Calls { get; init; } =
    [
        new("Ann", Ann, "says nothing at first, is asked again, and confirms by key",
            PhoneScript.Create().Calls(SampleNumbers.Clinic.Number)
                .Hears("You have an appointment").Hears("I did not hear you").WaitsFor(TimeSpan.FromSeconds(4)).Presses("1")
                .Hears("see you then", HearPoint.End).WaitsForHangUp(),
            PhoneScriptEnd.Completed, "completed"),
        new("Bob", Bob, "presses a key that is no choice, then cancels by voice",
            PhoneScript.Create().Calls(SampleNumbers.Clinic.Number)
                .Hears("You have an appointment", HearPoint.End).Presses("7")
                .Hears("not one of the choices", HearPoint.End).Says("cancel")
                .Hears("is cancelled", HearPoint.End).WaitsForHangUp(),
            PhoneScriptEnd.Completed, "completed"),
        new("Cid", Cid, "has no appointment and gets the busy tone",
            PhoneScript.Create().WaitsFor(TimeSpan.FromSeconds(3)).Calls(SampleNumbers.Clinic.Number),
            PhoneScriptEnd.CallEnded, "completed"),
        new("Dan", Dan, "keys in an order number and is handed over to a person",
            PhoneScript.Create().Calls(SampleNumbers.Shop.Number)
                .Hears("order number", HearPoint.End).Presses(OrderNumber)
                .Hears("You entered", HearPoint.End).Presses("1")
                .Hears("Your order is on its way").Hears("press 0", HearPoint.End).Presses("0")
                .WaitsForHangUp(),
            PhoneScriptEnd.Completed, "completed"),
        new("Eve", Eve, "wants a person as well, but the only one is busy with Dan",
            PhoneScript.Create().WaitsFor(TimeSpan.FromSeconds(20)).Calls(SampleNumbers.Shop.Number)
                .Hears("order number").Presses(OrderNumber)
                .Hears("You entered").Presses("1")
                .Hears("press 0").Says("agent")
                .Hears("Nobody is free", HearPoint.End).WaitsForHangUp(),
            PhoneScriptEnd.Completed, "completed"),
        new("Gus", Gus, "hangs up in the middle of the order number",
            PhoneScript.Create().WaitsFor(TimeSpan.FromSeconds(8)).Calls(SampleNumbers.Shop.Number)
                .Hears("order number", HearPoint.End).Presses("42").HangsUp(),
            PhoneScriptEnd.Completed, "caller hung up"),
        new("Fay", Fay, "is reminded: does not pick up, is called again a quarter of an hour later, and keeps the appointment",
            PhoneScript.Create().LetsRing().Answers(TimeSpan.FromSeconds(5))
                .Hears("Press 1 to keep", HearPoint.End).Presses("1").Hears("Thank you", HearPoint.End).WaitsForHangUp(),
            PhoneScriptEnd.Completed, "completed"),
    ];

    /// <summary>The person who sells. They talk to Dan for three minutes.</summary>
    public PhoneScript SalesPerson { get; } =
        PhoneScript.Create().Answers(TimeSpan.FromSeconds(2)).WaitsFor(TimeSpan.FromMinutes(3)).HangsUp();

    public DemoPlay() => Clinic = new InMemoryClinic(
        new Appointment("A-1", Ann, "Monday at ten"), new Appointment("A-2", Bob, "Tuesday at three"), Reminded);

    /// <summary>What must be in the books when all is over.</summary>
    public IEnumerable<string> Differences()
    {
        foreach ((string id, string decision) in new[] { ("A-1", "confirm"), ("A-2", "cancel"), ("A-3", "keep") })
        {
            string actual = Clinic.Decisions.GetValueOrDefault(id, "nothing");
            if (actual != decision)
            {
                yield return $"the clinic's diary should say '{decision}' for appointment {id}; it says '{actual}'";
            }
        }

        if (!Shop.Callbacks.SequenceEqual([Eve]))
        {
            yield return $"the shop should call back Eve and nobody else; it has {Shop.Callbacks.Count} people to call back";
        }
    }

    /// <summary>The name of whoever has this phone.</summary>
    public string NameOf(CallEndpoint? endpoint) =>
        endpoint is null ? "?"
        : endpoint == SampleNumbers.Clinic ? "clinic"
        : endpoint == SampleNumbers.Shop ? "shop"
        : endpoint == SampleNumbers.Sales ? "sales"
        : Calls.FirstOrDefault(call => call.Phone == endpoint)?.Person ?? endpoint.ToString();
}
