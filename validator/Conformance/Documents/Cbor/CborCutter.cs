using Conformance.Documents.Cutting;

namespace Conformance.Documents.Cbor;

/// <summary>Cuts CBOR.</summary>
internal sealed class CborCutter : Cutter
{
    /// <inheritdoc />
    public override CutResult Run(Stream content, CutShape shape, CutLimits limits, ICutTarget target, CancellationToken cancellation) =>
        throw new NotSupportedException();
}
