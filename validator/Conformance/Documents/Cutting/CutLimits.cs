namespace Conformance.Documents.Cutting;

/// <summary>What bounds a cutter.</summary>
/// <param name="ItemBytes">Largest item that is handed over; a larger one is passed over with <see cref="FaultKind.ItemTooLarge"/>.</param>
/// <param name="Depth">Deepest nesting.</param>
/// <param name="BlockBytes">Size of a block that holds several items.</param>
/// <param name="Names">
/// Most names of one map that is cut that are remembered, at about 40 bytes each; beyond them <see cref="FaultKind.TooManyNames"/>.
/// </param>
internal sealed record CutLimits(int ItemBytes = 64 << 20, int Depth = 128, int BlockBytes = 1 << 20, int Names = 1 << 20)
{
    /// <summary>The limits that hold when nothing else is asked for.</summary>
    public static CutLimits Default { get; } = new();
}
