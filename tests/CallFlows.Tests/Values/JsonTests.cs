using System.Reflection;
using System.Text.Json.Serialization;
using CallFlows.Actions;
using CallFlows.Calls;
using CallFlows.Durable;
using CallFlows.Events;
using CallFlows.Flows;
using CallFlows.Prompts;
using FsCheck;
using FsCheck.Fluent;

namespace CallFlows.Tests.Values;

public sealed class JsonTests
{
    private static readonly Type[] Bases = [typeof(CallAction), typeof(CallActionResult), typeof(CallEvent), typeof(Prompt)];

    private static readonly Type[] Records =
        [typeof(CallActionRequest), typeof(CallActionError), typeof(FlowEnvelope), typeof(IncomingCallNotification), typeof(FlowOutput), typeof(CallEnd), typeof(FlowStatus)];

    public static TheoryData<Type, Type> AllTypes()
    {
        TheoryData<Type, Type> types = [];
        foreach (Type root in Bases)
        {
            foreach (Type derived in Samples.DerivedFrom(root))
            {
                types.Add(root, derived);
            }
        }

        foreach (Type record in Records)
        {
            types.Add(record, record);
        }

        return types;
    }

    [Theory]
    [MemberData(nameof(AllTypes))]
    public void Value_WithEverythingSet_SurvivesJson(Type root, Type type) => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        object value = new Samples(seed).Make(type);
        MethodInfo from = typeof(Payload).GetMethod(nameof(Payload.From))!.MakeGenericMethod(root);

        Payload stored = (Payload)from.Invoke(null, [value])!;
        object again = stored.To(root)!;

        again.Should().BeOfType(type);
        if (type.GetProperties().Length > 0)
        {
            again.Should().BeEquivalentTo(value, options => options.RespectingRuntimeTypes().WithStrictOrdering());
        }

        ((Payload)from.Invoke(null, [again])!).ToString().Should().Be(stored.ToString());
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    [Theory]
    [InlineData(typeof(CallAction))]
    [InlineData(typeof(CallActionResult))]
    [InlineData(typeof(CallEvent))]
    [InlineData(typeof(Prompt))]
    public void DerivedTypes_OfABase_AreAllNamedForJson(Type root)
    {
        JsonDerivedTypeAttribute[] named = [.. root.GetCustomAttributes<JsonDerivedTypeAttribute>()];

        named.Select(attribute => attribute.DerivedType).Should().BeEquivalentTo(Samples.DerivedFrom(root));
        named.Select(attribute => attribute.TypeDiscriminator).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Event_Stored_LeavesOutWhatIsAbsent() =>
        Payload.From<CallEvent>(new CallConnected { CallConnectionId = "c" }).ToString()
            .Should().Be("""{"event":"CallConnected","callConnectionId":"c"}""");

    [Fact]
    public void Output_Stored_SaysItsOutcomeInWords() =>
        Payload.From(new FlowOutput(FlowEnding.CallEnded, [], default, new CallEnd(CallEndReason.RemoteHungUp))).ToString()
            .Should().Be("""{"ending":"callEnded","calls":[],"result":null,"callEnd":{"reason":"remoteHungUp"},"outcome":"caller hung up"}""");
}
