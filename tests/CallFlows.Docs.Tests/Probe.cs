namespace P;
public class Probe {
 [Fact] public void B() => "a<b>".Should().Be("x\"&y");
 [Fact(Skip="no <tool> here")] public void C() {}
 [Fact] public void D() => Assert.Skip("dynamic & reason");
 [Theory, InlineData("<a b=\"c\"/>")] public void E(string x) => x.Should().BeNull();
}
