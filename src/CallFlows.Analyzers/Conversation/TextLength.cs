using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CallFlows.Analyzers.Conversation;

/// <summary>How long a text is, as far as its constant parts say it.</summary>
internal static class TextLength
{
    /// <summary>The fewest characters a text has; of two texts that may be meant, the longer one counts.</summary>
    public static int AtLeast(IOperation text)
    {
        int length = 0;
        Stack<IOperation> open = new([text]);
        while (open.Count > 0)
        {
            switch (open.Pop())
            {
                case { ConstantValue: { HasValue: true, Value: string constant } }:
                    length += constant.Length;
                    break;
                case IParenthesizedOperation parenthesized:
                    open.Push(parenthesized.Operand);
                    break;
                case IConversionOperation conversion:
                    open.Push(conversion.Operand);
                    break;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                    open.Push(sum.LeftOperand);
                    open.Push(sum.RightOperand);
                    break;
                case IInterpolatedStringOperation interpolated:
                    foreach (IInterpolatedStringContentOperation part in interpolated.Parts)
                    {
                        open.Push(part is IInterpolatedStringTextOperation said ? said.Text : ((IInterpolationOperation)part).Expression);
                    }

                    break;
                case IConditionalOperation { WhenFalse: { } otherwise } choice:
                    length += Math.Max(AtLeast(choice.WhenTrue), AtLeast(otherwise));
                    break;
            }
        }

        return length;
    }
}
