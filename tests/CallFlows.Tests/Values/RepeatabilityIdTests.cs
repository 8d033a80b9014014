using CallFlows.Flows.Running;
using FsCheck;
using FsCheck.Fluent;

namespace CallFlows.Tests.Values;

public sealed class RepeatabilityIdTests
{
    [Fact]
    public void RepeatabilityId_OfAnyAction_IsARandomUuidByItsShape() => Prop.ForAll<NonNull<string>, PositiveInt>((instance, number) =>
    {
        string text = RepeatabilityId.For(instance.Get, number.Get).ToString();
        return text[14] == '4' && text[19] is '8' or '9' or 'a' or 'b';
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void RepeatabilityId_OfDifferentActions_Differs() =>
        Enumerable.Range(1, 100).SelectMany(n => new[] { RepeatabilityId.For("call-a", n), RepeatabilityId.For("call-b", n) })
            .Should().OnlyHaveUniqueItems();

    // A change of these would let actions of running calls happen twice after an upgrade.
    [Theory]
    [InlineData("call-0123", 1, "5908abbc-af1e-46c0-b1cc-6abea5ce32e6")]
    [InlineData("call-0123", 2, "6027a868-a3d8-46ee-b0f1-1c661cc9bf50")]
    [InlineData("Grüße", 1234567890123, "6de56136-99bd-4a63-aa29-77f85f18a2c5")]
    public void RepeatabilityId_OfAKnownAction_NeverChanges(string instanceId, long number, string id) =>
        RepeatabilityId.For(instanceId, number).Should().Be(Guid.Parse(id));
}
