using CallFlows.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CallFlows.Analyzers.Determinism;

/// <summary>
/// Finds out who made a task. What can't be told, such as a parameter or the result of a delegate, is taken for a step: the engine still
/// stops a flow that waits for something else.
/// </summary>
internal sealed class TaskOrigin(FlowSymbols symbols, ForbiddenTable forbidden)
{
    // With a token alone it needs no timer of the process.
    private const string WaitWithTimer = "WaitAsync";

    /// <summary>The calls and members in an awaited expression that make tasks which are no steps.</summary>
    public IEnumerable<IOperation> ForeignIn(IOperation awaited)
    {
        Stack<IOperation> open = new();
        open.Push(awaited);
        while (open.Count > 0)
        {
            switch (open.Pop())
            {
                case IConversionOperation conversion:
                    open.Push(conversion.Operand);
                    break;
                case IParenthesizedOperation parenthesized:
                    open.Push(parenthesized.Operand);
                    break;
                case IInvocationOperation invocation when PassesOn(invocation.TargetMethod):
                    foreach (IOperation task in TasksGivenTo(invocation))
                    {
                        open.Push(task);
                    }

                    break;
                case IInvocationOperation invocation when IsForeign(invocation.TargetMethod):
                    yield return invocation;
                    break;
                case IPropertyReferenceOperation reference when IsForeign(reference.Property):
                    yield return reference;
                    break;
                case ILocalReferenceOperation reference when InitialValue(reference) is { } value:
                    open.Push(value);
                    break;
            }
        }
    }

    // A task made of tasks, or a step that takes one, is as good as what it is made of.
    private bool PassesOn(IMethodSymbol method) =>
        method.Name is "WhenAll" or "WhenAny" or "WhenEach" or "ConfigureAwait" or "AsTask" or "Preserve" or "Unwrap" && IsOfTasks(method.ContainingType)
        || (method.Name == WaitWithTimer && IsOfTasks(method.ContainingType) && method.Parameters.Length == 1 && method.Parameters[0].Type.Name == nameof(CancellationToken))
        || symbols.IsOwn(method);

    private static IEnumerable<IOperation> TasksGivenTo(IInvocationOperation invocation)
    {
        IEnumerable<IOperation> given = invocation.Arguments.Select(argument => argument.Value);
        if (invocation.Instance is { } instance)
        {
            given = given.Append(instance);
        }

        return given
            .SelectMany(value => value switch
            {
                IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
                IConversionOperation { Operand: ICollectionExpressionOperation collection } => collection.Elements,
                ICollectionExpressionOperation collection => collection.Elements,
                _ => (IEnumerable<IOperation>)[value],
            })
            .Where(value => IsTask(value.Type));
    }

    private bool IsForeign(ISymbol member) =>
        !symbols.IsOwn(member)
        && !(IsOfTasks(member.ContainingType) && member.Name != WaitWithTimer)
        && !symbols.IsReplayed((member as IMethodSymbol)?.ReducedFrom ?? member)
        && !IsLocal(member)
        && !IsReportedAlready(member);

    private static bool IsLocal(ISymbol member) => member is IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.DelegateInvoke };

    private bool IsReportedAlready(ISymbol member) =>
        (member as IMethodSymbol ?? (member as IPropertySymbol)?.GetMethod) is { } method && forbidden.Find(method) is not null;

    private static IOperation? InitialValue(ILocalReferenceOperation reference) =>
        reference.SemanticModel is { } model
        && IsTask(reference.Type)
        && reference.Local.DeclaringSyntaxReferences.FirstOrDefault() is { } declaration
        && declaration.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } value } declarator
        && declarator.SyntaxTree == reference.Syntax.SyntaxTree
            ? model.GetOperation(value)
            : null;

    private static bool IsTask(ITypeSymbol? type) =>
        type is { Name: "Task" or "ValueTask" } && type.ContainingNamespace?.ToDisplayString() == "System.Threading.Tasks";

    // Finished tasks, and sources that the flow completes by itself.
    private static bool IsOfTasks(INamedTypeSymbol? type) =>
        type is { Name: "Task" or "ValueTask" or "TaskCompletionSource" or "TaskExtensions" or "TaskAsyncEnumerableExtensions" or "TaskToAsyncResult" }
        && type.ContainingNamespace?.ToDisplayString() == "System.Threading.Tasks";
}
