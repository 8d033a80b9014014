using System.Reflection.Emit;

namespace CallFlows.Determinism;

/// <summary>One instruction of a method's body.</summary>
/// <param name="Offset">Where it begins, in bytes.</param>
/// <param name="Code">What it does.</param>
/// <param name="Operand">Its token or constant; 0 when it has none.</param>
internal readonly record struct IlInstruction(int Offset, OpCode Code, long Operand)
{
    /// <summary>The 32-bit constant the instruction loads, or null.</summary>
    public int? Constant
    {
        get
        {
            short code = Code.Value;
            if (code >= OpCodes.Ldc_I4_M1.Value && code <= OpCodes.Ldc_I4_8.Value)
            {
                return code - OpCodes.Ldc_I4_0.Value;
            }

            return Code == OpCodes.Ldc_I4 || Code == OpCodes.Ldc_I4_S ? (int)Operand : null;
        }
    }
}
