namespace Conformance.Comparison;

/// <summary>Takes the facts of an archive.</summary>
internal interface IFactTarget
{
    /// <summary>Whether facts of a kind are wanted, so that files without any need no reading.</summary>
    bool Wants(ContentPart part);

    /// <summary>Begins a block. Called on any thread.</summary>
    IFactBatch Begin();

    /// <summary>Takes a block, in the order of the archive, never two at a time.</summary>
    void Commit(IFactBatch batch);
}
