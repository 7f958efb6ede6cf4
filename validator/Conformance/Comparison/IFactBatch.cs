namespace Conformance.Comparison;

/// <summary>Takes the facts of one block, on the thread that reads it.</summary>
internal interface IFactBatch
{
    /// <summary>Takes a fact.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="fact">Its name and value. Valid during the call.</param>
    void Add(FactKey key, in Fact fact);
}
