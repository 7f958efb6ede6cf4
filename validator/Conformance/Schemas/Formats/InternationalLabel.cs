namespace Conformance.Schemas.Formats;

/// <summary>Labels of international host names in their ASCII form (A-labels).</summary>
internal static class InternationalLabel
{
    /// <summary>Whether a label with hyphens in third and fourth place is an A-label.</summary>
    public static bool IsValid(ReadOnlySpan<byte> label) =>
        (label[0] | 0x20) == 'x' && (label[1] | 0x20) == 'n' && label.Length > 4;
}
