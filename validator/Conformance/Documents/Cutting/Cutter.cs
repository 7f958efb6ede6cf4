using Conformance.Documents.Cbor;
using Conformance.Documents.Json;

namespace Conformance.Documents.Cutting;

/// <summary>Reads a stream once and cuts it into items, without holding more than one block.</summary>
internal abstract class Cutter
{
    /// <summary>Reads all of a stream.</summary>
    /// <param name="content">The bytes of one member.</param>
    /// <param name="shape">How to cut.</param>
    /// <param name="limits">What bounds the reading.</param>
    /// <param name="target">Takes the blocks, in order. Blocks are delivered when full, and at the end.</param>
    /// <param name="cancellation">Stops the reading between blocks.</param>
    /// <returns>What became of it.</returns>
    /// <exception cref="IOException">The stream failed.</exception>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public abstract CutResult Run(Stream content, CutShape shape, CutLimits limits, ICutTarget target, CancellationToken cancellation);

    /// <summary>The cutter for an encoding.</summary>
    public static Cutter For(DocumentEncoding encoding) =>
        encoding == DocumentEncoding.Json ? new JsonCutter() : new CborCutter();
}
