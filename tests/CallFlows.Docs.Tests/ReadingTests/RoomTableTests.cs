using CallFlows.Docs.Tests.Reading;

namespace CallFlows.Docs.Tests.ReadingTests;

public sealed class RoomTableTests
{
    [Fact]
    public void Read_Rows_GivesWhatEachMayReference()
    {
        IReadOnlyDictionary<string, IReadOnlySet<string>> rooms =
            RoomTable.Read(["text", RoomTable.Header, "|---|---|", "| `A` | nothing |", "| `A.B` | `A`, `C` |", "", "| `D` | |"]);

        rooms.Keys.Should().Equal("A", "A.B");
        rooms["A"].Should().BeEmpty();
        rooms["A.B"].Should().BeEquivalentTo("A", "C");
    }

    [Theory]
    [InlineData("| A | nothing |")]
    [InlineData("| `A` | `B` | `C` |")]
    public void Read_RowOfAnotherShape_IsRefused(string row)
    {
        Action read = () => RoomTable.Read([RoomTable.Header, "|---|---|", row]);

        read.Should().Throw<FormatException>().WithMessage($"*{row}*");
    }

    [Fact]
    public void Read_NoTable_IsRefused()
    {
        Action read = () => RoomTable.Read(["# Architecture"]);

        read.Should().Throw<FormatException>();
    }
}
