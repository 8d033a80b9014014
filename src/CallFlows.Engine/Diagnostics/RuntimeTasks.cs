using System.Reflection;
using System.Runtime.CompilerServices;

namespace CallFlows.Engine.Diagnostics;

/// <summary>
/// Looks into the runtime's own tasks: who waits for one, and which async method that is. These are private parts of .NET; where a version
/// lacks one, the answer is null and errors name less.
/// </summary>
internal static class RuntimeTasks
{
    private static readonly Assembly Core = typeof(Task).Assembly;
    private static readonly Type? Box = Core.GetType("System.Runtime.CompilerServices.IAsyncStateMachineBox");
    private static readonly Type? ContextContinuation = Core.GetType("System.Threading.Tasks.SynchronizationContextAwaitTaskContinuation");
    private static readonly bool HasContinuations = typeof(Task).GetField("m_continuationObject", Private) is not null;

    private static readonly bool HasActions = ContextContinuation is not null
        && Core.GetType("System.Threading.Tasks.AwaitTaskContinuation")?.GetField("m_action", Private)?.FieldType == typeof(Action);

    private const BindingFlags Private = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Whether an object is an async method in progress.</summary>
    public static bool IsAsyncMethod(object candidate) => Box is not null && Box.IsInstanceOfType(candidate);

    /// <summary>What goes on when a task completes: one thing, a list of them, or null.</summary>
    public static object? ContinuationOf(Task task) => HasContinuations ? Continuation(task) : null;

    /// <summary>The async method behind a continuation that goes through a synchronization context, or null.</summary>
    public static Task? MethodBehind(object continuation) =>
        HasActions && continuation.GetType() == ContextContinuation ? ActionOf(continuation).Target as Task : null;

    /// <summary>The compiler's state machine of an async method in progress, or null.</summary>
    public static object? StateMachineOf(object asyncMethod) =>
        asyncMethod.GetType().GetField("StateMachine", Private)?.GetValue(asyncMethod);

    /// <summary>The task a state machine waits for, or null.</summary>
    public static Task? AwaitedBy(object stateMachine) =>
        stateMachine.GetType().GetFields(Private)
            .Where(field => field.Name.StartsWith("<>u__", StringComparison.Ordinal))
            .Select(field => TaskIn(field.GetValue(stateMachine), depth: 3))
            .FirstOrDefault(task => task is not null);

    // An awaiter is a structure around a task, or around a structure around it.
    private static Task? TaskIn(object? value, int depth) => value switch
    {
        null => null,
        Task task => task,
        ValueType when depth > 0 => value.GetType().GetFields(Private)
            .Select(field => TaskIn(field.GetValue(value), depth - 1))
            .FirstOrDefault(task => task is not null),
        _ => null,
    };

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "m_continuationObject")]
    private static extern ref object? Continuation(Task task);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "m_action")]
    private static extern ref readonly Action ActionOf(
        [UnsafeAccessorType("System.Threading.Tasks.AwaitTaskContinuation, System.Private.CoreLib")] object continuation);
}
