namespace Conformance.Documents.Cutting;

/// <summary>Where a cutter puts its blocks.</summary>
internal interface ICutTarget
{
    /// <summary>
    /// A block to fill, with a buffer of at least the size asked for. May wait until one is free; a cutter holds two for the moment in
    /// which it carries the start of an item over.
    /// </summary>
    CutBlock Rent(int minimumLength);

    /// <summary>Takes a filled block, which may hold no item at all. The cutter doesn't touch it again.</summary>
    void Deliver(CutBlock block);
}
