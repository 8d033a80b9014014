using YamlDotNet.RepresentationModel;

namespace CallFlows.Functions.Tests.Infra.Reading;

/// <summary>Reads YAML of the repository, and fails where it is none.</summary>
internal static class YamlFile
{
    public static YamlMappingNode Load(string path)
    {
        using StringReader text = new(DeploymentFiles.Text(path));
        YamlStream stream = [];
        stream.Load(text);
        return (YamlMappingNode)stream.Documents.Should().ContainSingle().Which.RootNode;
    }

    /// <summary>What stands under these keys, one after the other.</summary>
    public static YamlNode At(this YamlNode node, params ReadOnlySpan<string> keys)
    {
        foreach (string key in keys)
        {
            node = node[key];
        }

        return node;
    }

    public static string TextAt(this YamlNode node, params ReadOnlySpan<string> keys) =>
        ((YamlScalarNode)node.At(keys)).Value ?? throw new InvalidOperationException($"Nothing stands under {string.Join('.', keys.ToArray())}.");

    public static IEnumerable<string> KeysAt(this YamlNode node, params ReadOnlySpan<string> keys) =>
        ((YamlMappingNode)node.At(keys)).Children.Keys.Select(key => ((YamlScalarNode)key).Value!);
}
