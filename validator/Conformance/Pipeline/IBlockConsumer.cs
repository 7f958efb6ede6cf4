using Conformance.Documents.Cutting;
using Conformance.Findings;

namespace Conformance.Pipeline;

/// <summary>Checks the items of one member, a block at a time, on several threads.</summary>
internal interface IBlockConsumer
{
    /// <summary>How the member is cut.</summary>
    CutShape Shape { get; }

    /// <summary>Checks the items of a block. Called on any thread; uses no state but its arguments and what was fixed before the member began.</summary>
    /// <param name="block">The block; its buffer is gone after the call.</param>
    /// <param name="work">The thread's own tools, and the sink for what is found in this block.</param>
    /// <returns>What is to be remembered, for <see cref="Commit"/>; null when nothing is.</returns>
    object? Process(CutBlock block, BlockWork work);

    /// <summary>Takes what <see cref="Process"/> returned, one block after the other in the order of the input, never two at a time.</summary>
    /// <param name="result">What was returned; not called for null.</param>
    /// <param name="sink">Takes findings that only the order of the input shows (a second copy of an event).</param>
    void Commit(object result, IFindingSink sink);
}
