namespace Conformance.Documents.Cutting;

/// <summary>Where a cutter puts its blocks.</summary>
internal interface ICutTarget
{
    /// <summary>A block to fill, with a buffer of at least the size asked for. May wait until one is free.</summary>
    CutBlock Rent(int minimumLength);

    /// <summary>Takes a filled block. The cutter doesn't touch it again.</summary>
    void Deliver(CutBlock block);
}
