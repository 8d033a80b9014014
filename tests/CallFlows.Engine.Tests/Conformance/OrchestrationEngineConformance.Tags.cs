using CallFlows.Durable;

namespace CallFlows.Engine.Tests.Conformance;

/// <content>Tags, and finding instances by them.</content>
public abstract partial class OrchestrationEngineConformance
{
    [Fact]
    public async Task Tags_ShowInTheStateForAsLongAsTheInstanceIsKept()
    {
        Orchestrator("flow", async context =>
        {
            await context.WaitForExternalEventAsync("tone");
            if (context.Input.IsNull)
            {
                context.ContinueAsNew(Payload.From("second"));
            }

            return null;
        });
        await StartEngineAsync();
        Dictionary<string, string> tags = Tags(("caller", "+14255550101"), ("empty", ""));
        await StartTaggedAsync("one", tags);
        tags["caller"] = "changed by its owner";

        await RaiseAsync("tone");
        await Engine.DropLiveExecutionsAsync();
        (await StateAsync()).Tags.Should().Equal(Tags(("caller", "+14255550101"), ("empty", "")));
        await RaiseAsync("tone");

        await ResultAsync<object>();
        (await StateAsync()).Tags.Should().Equal(Tags(("caller", "+14255550101"), ("empty", "")));
    }

    [Fact]
    public async Task Query_ByTags_GivesThoseThatHaveAllOfThem()
    {
        Orchestrator("flow", _ => Task.FromResult<object?>(null));
        await StartEngineAsync();
        await StartTaggedAsync("both", Tags(("caller", "a"), ("called", "b")));
        await StartTaggedAsync("caller", Tags(("caller", "a")));
        await StartTaggedAsync("upper", Tags(("caller", "A"), ("Called", "b")));
        await StartTaggedAsync("none", Tags());

        (await FindAsync(("caller", "a"))).Should().Equal("caller", "both");
        (await FindAsync(("caller", "a"), ("called", "b"))).Should().Equal("both");
        (await FindAsync(("called", "b"))).Should().Equal(["both"], "names and values are compared exactly");
        (await FindAsync(("caller", "b"))).Should().BeEmpty();
        (await FindAsync(("other", "a"))).Should().BeEmpty();
        (await FindAsync()).Should().HaveCount(4);
    }

    [Fact]
    public async Task Query_ByEverythingAtOnce_PagesToTheEnd()
    {
        Orchestrator("flow", async context => context.Input.To<string>() == "end" ? null : (await context.WaitForExternalEventAsync("never")).ToString());
        Orchestrator("other", _ => Task.FromResult<object?>(null));
        await StartEngineAsync();
        await StartTaggedAsync("too early", Tags(("line", "sales")), "end");
        await Engine.AdvanceAsync(TimeSpan.FromHours(1));
        DateTimeOffset from = Engine.Now;
        List<string> fitting = [];
        for (int i = 0; i < 7; i++)
        {
            await StartTaggedAsync($"fits{i}", Tags(("line", "sales"), ("number", $"{i}")), "end");
            await StartTaggedAsync($"runs{i}", Tags(("line", "sales")), "wait");
            await StartTaggedAsync($"other tag{i}", Tags(("line", "support")), "end");
            await StartTaggedAsync($"other name{i}", Tags(("line", "sales")), name: "other");
            fitting.Insert(0, $"fits{i}");
        }

        await Engine.AdvanceAsync(TimeSpan.FromHours(1));
        DateTimeOffset before = Engine.Now;
        await StartTaggedAsync("too late", Tags(("line", "sales")), "end");
        OrchestrationQuery query = new()
        {
            Name = "flow",
            Statuses = [OrchestrationStatus.Completed, OrchestrationStatus.Terminated],
            Tags = Tags(("line", "sales")),
            CreatedFrom = from,
            CreatedBefore = before,
            PageSize = 3,
        };

        List<int> sizes = [];
        List<string> found = [];
        do
        {
            OrchestrationPage page = await Client.QueryAsync(query);
            sizes.Add(page.Instances.Count);
            found.AddRange(page.Instances.Select(state => state.InstanceId));
            query = query with { ContinuationToken = page.ContinuationToken };
        }
        while (query.ContinuationToken is not null);

        found.Should().Equal(fitting);
        sizes.Should().Equal(3, 3, 1);
    }

    [Theory]
    [InlineData(17, 1, 0)]
    [InlineData(1, 0, 0)]
    [InlineData(1, 65, 0)]
    [InlineData(1, 1, 513)]
    public async Task Tags_BeyondTheirBounds_AreRefused(int count, int nameLength, int valueLength)
    {
        Orchestrator("flow", _ => Task.FromResult<object?>(null));
        await StartEngineAsync();

        Func<Task> start = () => StartTaggedAsync("one", TagsOf(count, nameLength, valueLength));

        (await start.Should().ThrowAsync<ArgumentException>()).WithMessage("*tag*");
        (await Client.GetAsync("one")).Should().BeNull();
    }

    [Fact]
    public async Task Tags_AtTheirBounds_AreKept()
    {
        Orchestrator("flow", _ => Task.FromResult<object?>(null));
        await StartEngineAsync();
        Dictionary<string, string> tags = TagsOf(16, 64, 512);

        await StartTaggedAsync("one", tags);

        (await StateAsync()).Tags.Should().Equal(tags);
    }

    private static Dictionary<string, string> Tags(params (string Name, string Value)[] tags) =>
        tags.ToDictionary(tag => tag.Name, tag => tag.Value);

    private static Dictionary<string, string> TagsOf(int count, int nameLength, int valueLength) =>
        Enumerable.Range(0, count).ToDictionary(
            i => nameLength == 0 ? "" : new string((char)('a' + i), nameLength), _ => new string('v', valueLength));

    private async Task StartTaggedAsync(string id, Dictionary<string, string> tags, object? input = null, string name = "flow")
    {
        StartOptions options = new() { Tags = tags };
        (await Client.StartIfAbsentAsync(name, id, Payload.FromObject(input), options)).Should().BeTrue();
        await Engine.SettleAsync();
    }

    private async Task<IEnumerable<string>> FindAsync(params (string Name, string Value)[] tags) =>
        (await Client.QueryAsync(new OrchestrationQuery { Tags = Tags(tags) })).Instances.Select(state => state.InstanceId);
}
