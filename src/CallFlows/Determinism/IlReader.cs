using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace CallFlows.Determinism;

/// <summary>Takes a method's body apart.</summary>
internal static class IlReader
{
    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <summary>The instructions of a method in order; none when it has no body.</summary>
    public static IEnumerable<IlInstruction> Read(MethodBase method) =>
        method.GetMethodBody()?.GetILAsByteArray() is { } body ? Read(body) : [];

    private static IEnumerable<IlInstruction> Read(byte[] body)
    {
        int position = 0;
        while (position < body.Length)
        {
            int start = position;
            short value = body[position++];
            if (value == 0xFE)
            {
                value = unchecked((short)(0xFE00 | body[position++]));
            }

            OpCode code = Codes[value];
            (long operand, int size) = Operand(code, body.AsSpan(position));
            position += size;
            yield return new IlInstruction(start, code, operand);
        }
    }

    private static (long Value, int Size) Operand(OpCode code, ReadOnlySpan<byte> rest) => code.OperandType switch
    {
        OperandType.InlineNone => (0, 0),
        OperandType.ShortInlineI or OperandType.ShortInlineBrTarget => ((sbyte)rest[0], 1),
        OperandType.ShortInlineVar => (rest[0], 1),
        OperandType.InlineVar => (BinaryPrimitives.ReadUInt16LittleEndian(rest), 2),
        OperandType.InlineI8 or OperandType.InlineR => (BinaryPrimitives.ReadInt64LittleEndian(rest), 8),
        OperandType.InlineSwitch => (0, 4 + (4 * BinaryPrimitives.ReadInt32LittleEndian(rest))),
        _ => (BinaryPrimitives.ReadInt32LittleEndian(rest), 4),
    };
}
