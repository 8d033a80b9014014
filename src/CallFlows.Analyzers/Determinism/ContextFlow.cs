using Microsoft.CodeAnalysis.Operations;

namespace CallFlows.Analyzers.Determinism;

/// <summary>Tells where code goes on after an await, as far as constants say it.</summary>
internal static class ContextFlow
{
    private const int ContinueOnCapturedContext = 1;

    /// <summary>Whether a call of ConfigureAwait goes on elsewhere.</summary>
    public static bool IsLeftBy(IInvocationOperation invocation) =>
        invocation.TargetMethod.Name == "ConfigureAwait"
        && invocation.TargetMethod.ContainingNamespace?.ToDisplayString() is "System.Threading.Tasks" or "System.Runtime.CompilerServices"
        && LastArgument(invocation.Arguments) switch
        {
            bool captured => !captured,
            int options => (options & ContinueOnCapturedContext) == 0,
            _ => false,
        };

    /// <summary>Whether a completion source wakes its waiters elsewhere.</summary>
    public static bool IsLeftWhenCompleted(IObjectCreationOperation creation) =>
        creation.Constructor?.ContainingType is { Name: "TaskCompletionSource" } type
        && type.ContainingNamespace?.ToDisplayString() == "System.Threading.Tasks"
        && creation.Constructor.Parameters.LastOrDefault()?.Type.Name == nameof(TaskCreationOptions)
        && LastArgument(creation.Arguments) is int options
        && (options & (int)TaskCreationOptions.RunContinuationsAsynchronously) != 0;

    private static object? LastArgument(IEnumerable<IArgumentOperation> arguments) =>
        arguments.OrderBy(argument => argument.Parameter?.Ordinal).LastOrDefault()?.Value.ConstantValue is { HasValue: true } constant ? constant.Value : null;
}
