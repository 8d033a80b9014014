using CallFlows.Analyzers.Tests.Harness;

namespace CallFlows.Analyzers.Tests.Determinism;

public sealed class StateTests
{
    [Theory]
    [InlineData("private static int s_count;", "_ = {|CF1007:s_count|};")]
    [InlineData("private static int s_count;", "{|CF1007:s_count|}++;")]
    [InlineData("private static int s_count;", "{|CF1007:s_count|} = 2;")]
    [InlineData("private static int Count { get; set; }", "_ = {|CF1007:Count|};")]
    [InlineData("private static int Count { get; set; }", "{|CF1007:Count|} += 2;")]
    [InlineData("", "_ = {|CF1007:System.Globalization.CultureInfo.CurrentCulture|};")]
    [InlineData("private static string? s_last;", "Func<string?> last = () => {|CF1007:s_last|};")]
    public Task StaticStateThatChanges_InAFlow_IsReported(string member, string body) => Expect.ReportsAsync(Sources.Flow(body, member));

    [Theory]
    [InlineData("private const int Count = 2;", "_ = Count;")]
    [InlineData("private static readonly int Count = 2;", "_ = Count;")]
    [InlineData("private static int Count { get; } = 2;", "_ = Count;")]
    [InlineData("private static int Count => 2;", "_ = Count;")]
    [InlineData("private static int s_count = 2; private static string Name => nameof(s_count);", "_ = Name;")]
    [InlineData("", "_ = DayOfWeek.Monday; _ = string.Empty; _ = System.Globalization.CultureInfo.InvariantCulture;")]
    public Task StaticValueThatStays_InAFlow_IsNotReported(string member, string body) => Expect.ReportsAsync(Sources.Flow(body, member));

    [Theory]
    [InlineData("private int _count;", "{|CF1008:_count|} = 2;")]
    [InlineData("private int _count;", "{|CF1008:_count|}++;")]
    [InlineData("private int _count;", "{|CF1008:this._count|} += 2;")]
    [InlineData("private int Count { get; set; }", "{|CF1008:Count|} = 2;")]
    [InlineData("private string? _name;", "{|CF1008:_name|} ??= input;")]
    [InlineData("private int _count;", "int.TryParse(input, out {|CF1008:_count|});")]
    [InlineData("private int _a; private int _b;", "({|CF1008:_a|}, {|CF1008:_b|}) = (1, 2);")]
    [InlineData("private int _count;", "Action add = () => {|CF1008:_count|}++;")]
    public Task FieldOfAFlow_WrittenWhileItRuns_IsReported(string member, string body) => Expect.ReportsAsync(Sources.Flow(body, member));

    [Theory]
    [InlineData("private readonly int _count; public Tested() => _count = 2;", "_ = _count;")]
    [InlineData("private readonly int _count = 2;", "_ = _count + input.Length;")]
    [InlineData("private sealed class Note { public int Count; }", "Note note = new() { Count = 2 }; note.Count = 3;")]
    public Task FieldOfAFlow_WrittenWhenItIsMade_IsNotReported(string member, string body) => Expect.ReportsAsync(Sources.Flow(body, member));
}
