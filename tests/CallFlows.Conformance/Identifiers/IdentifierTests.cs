using CallFlows.Conformance.Running;
using CallFlows.Protocol;
using CallFlows.Protocol.Identifiers;

namespace CallFlows.Conformance.Identifiers;

/// <summary>Our identifiers and the official client's are the same, on generated ids of every form.</summary>
public sealed class IdentifierTests
{
    private const int IdsOfEachForm = 40;
    private const string Letters = "ab01-_+.% é";

    private static readonly string[] Forms =
    [
        "4:", "4:+", "8:acs:", "8:dod-acs:", "8:gcch-acs:", "8:spool:", "8:orgid:", "8:dod:", "8:gcch:", "8:teamsvisitor:", "8:live:",
        "28:orgid:", "28:dod:", "28:gcch:", "28:", "48:", "x",
    ];

    // The same ids in every run.
    private static readonly string[] RawIds = [.. Generate(new Random(4711))];

    /// <summary>How many ids are tried.</summary>
    public static int Count => RawIds.Length;

    private static readonly Lazy<Task<(IReadOnlyList<ConvertedIdentifier> OfRawIds, IReadOnlyList<ConvertedIdentifier> OfModels)>> Official = new(ConvertAsync);

    [Fact]
    public async Task FromRawId_OfGeneratedIds_GivesTheOfficialModel()
    {
        IReadOnlyList<ConvertedIdentifier> official = (await Official.Value).OfRawIds;

        RawIds.Select(rawId => Comparable(CommunicationIdentifiers.FromRawId(rawId)))
            .Should().Equal(official.Select(identifier => Comparable(identifier.Model with { Kind = identifier.Kind })));
    }

    [Fact]
    public async Task RawIdOf_OfModelsWithoutOne_GivesTheOfficialRawId()
    {
        IReadOnlyList<ConvertedIdentifier> official = (await Official.Value).OfRawIds;

        official.Select(identifier => identifier.RawId).Should().Equal(RawIds, "the official client comes back to where it started");
        foreach (string rawId in RawIds)
        {
            CommunicationIdentifierModel model = CommunicationIdentifiers.FromRawId(rawId);
            if (model.Kind != IdentifierKinds.Unknown)
                CommunicationIdentifiers.RawIdOf(model with { RawId = null }).Should().Be(rawId);
        }
    }

    [Fact]
    public async Task OfficialClient_ModelsThatWeWrite_MeanTheSameToIt()
    {
        IReadOnlyList<ConvertedIdentifier> official = (await Official.Value).OfModels;

        official.Select(identifier => (identifier.Kind, identifier.RawId))
            .Should().Equal(RawIds.Select(rawId => (CommunicationIdentifiers.FromRawId(rawId).Kind!, rawId)));
    }

    // The client says of every number whether it is anonymous; the service, and we, only when it is.
    private static CommunicationIdentifierModel Comparable(CommunicationIdentifierModel model) => model.PhoneNumber is { IsAnonymous: null } number
        ? model with { PhoneNumber = number with { IsAnonymous = false } }
        : model;

    private static IEnumerable<string> Generate(Random random)
    {
        yield return "4:anonymous";
        foreach (string form in Forms)
        {
            for (int i = 0; i < IdsOfEachForm; i++)
                yield return form + string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => Letters[random.Next(Letters.Length)]));
            // Teams phone extension users have three parts.
            yield return $"{form}{random.Next(1000)}_{random.Next(1000)}_{random.Next(1000)}";
        }
    }

    private static async Task<(IReadOnlyList<ConvertedIdentifier> OfRawIds, IReadOnlyList<ConvertedIdentifier> OfModels)> ConvertAsync()
    {
        NodeResult result = await NodeProgram.RunAsync("convert-identifiers.mjs", new
        {
            rawIds = RawIds,
            models = RawIds.Select(rawId => ProtocolJson.ToElement(CommunicationIdentifiers.FromRawId(rawId))),
        });
        IReadOnlyList<ConvertedIdentifier> all = result.Read<ConvertedIdentifier>();
        return ([.. all.Take(RawIds.Length)], [.. all.Skip(RawIds.Length)]);
    }
}
