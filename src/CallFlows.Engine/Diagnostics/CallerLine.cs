using System.Diagnostics;
using System.Reflection;
using CallFlows.Durable;

namespace CallFlows.Engine.Diagnostics;

/// <summary>The source line that called into the engine. Slow: for error messages only.</summary>
internal static class CallerLine
{
    private static readonly Assembly Engine = typeof(CallerLine).Assembly;
    private static readonly Assembly Runtime = typeof(object).Assembly;

    /// <summary>The innermost author's line on the stack, else the innermost one of the flows' library; null when none is known.</summary>
    public static string? Find()
    {
        string? library = null;
        foreach (StackFrame frame in new StackTrace(fNeedFileInfo: true).GetFrames())
        {
            Assembly? assembly = frame.GetMethod()?.DeclaringType?.Assembly;
            if (assembly is null || assembly == Engine || assembly == Runtime || frame.GetFileName() is not { } file)
            {
                continue;
            }

            string line = $"{Path.GetFileName(file)}:{frame.GetFileLineNumber()}";
            if (assembly != typeof(OrchestrationContext).Assembly)
            {
                return line;
            }

            library ??= line;
        }

        return library;
    }
}
