using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;

namespace CallFlows.Determinism;

/// <summary>The portable debug symbols of one assembly, embedded in it or beside it.</summary>
internal sealed class DebugSymbols
{
    private static readonly ConditionalWeakTable<Assembly, DebugSymbols> Cache = [];

    private readonly MetadataReader? _reader;

    private DebugSymbols(MetadataReaderProvider? provider) => _reader = provider?.GetMetadataReader();

    public static DebugSymbols Of(Assembly assembly) => Cache.GetValue(assembly, static found => new DebugSymbols(Open(found)));

    /// <summary>The source line of an instruction, such as <c>OrderLine.cs:23</c>, or null when it isn't known.</summary>
    public string? FindLine(MethodBase method, int offset)
    {
        EntityHandle handle = MetadataTokens.EntityHandle(method.MetadataToken);
        if (_reader is null || handle.Kind != HandleKind.MethodDefinition)
        {
            return null;
        }

        int row = MetadataTokens.GetRowNumber(handle);
        if (row > _reader.GetTableRowCount(TableIndex.MethodDebugInformation))
        {
            return null;
        }

        SequencePoint? found = null;
        MethodDebugInformation information = _reader.GetMethodDebugInformation(MetadataTokens.MethodDebugInformationHandle(row));
        foreach (SequencePoint point in information.GetSequencePoints())
        {
            if (point.Offset > offset && found is not null)
            {
                break;
            }

            found = point.IsHidden ? found : point;
        }

        return found is { } line
            ? $"{FileName(_reader.GetString(_reader.GetDocument(line.Document).Name))}:{line.StartLine}"
            : null;
    }

    // Symbols may have been made on another system, so both separators count.
    private static string FileName(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..];

    private static MetadataReaderProvider? Open(Assembly assembly)
    {
        if (assembly.IsDynamic || assembly.Location is not { Length: > 0 } location || !File.Exists(location))
        {
            return null;
        }

        try
        {
            using PEReader image = new(File.OpenRead(location));
            return image.TryOpenAssociatedPortablePdb(
                location,
                path => File.Exists(path) ? new MemoryStream(File.ReadAllBytes(path)) : null,
                out MetadataReaderProvider? provider,
                out _)
                ? provider
                : null;
        }
        catch (Exception error) when (error is BadImageFormatException or IOException or UnauthorizedAccessException)
        {
            // Symbols only make messages better; unreadable ones are as good as none.
            return null;
        }
    }
}
