using CallFlows.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace CallFlows.Analyzers.Conversation;

/// <summary>A recording that goes on.</summary>
/// <param name="call">The variable of the call.</param>
/// <param name="recording">The variable of the recording; null when it is kept in none.</param>
internal sealed class ActiveRecording(ISymbol call, ISymbol? recording) : IEquatable<ActiveRecording>
{
    public ISymbol Call { get; } = call;

    public ISymbol? Recording { get; } = recording;

    public bool Equals(ActiveRecording? other) =>
        other is not null && FlowSymbols.Same(Call, other.Call) && FlowSymbols.Same(Recording, other.Recording);

    public override bool Equals(object? obj) => Equals(obj as ActiveRecording);

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Call);
}
