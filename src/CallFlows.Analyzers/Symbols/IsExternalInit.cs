namespace System.Runtime.CompilerServices;

/// <summary>The compiler asks for it where a property is set once; the framework of analyzers has none.</summary>
internal static class IsExternalInit;
