using Conformance.Documents.Cutting;

namespace Conformance.Documents.Cbor;

/// <summary>Cuts CBOR (RFC 8949).</summary>
internal sealed class CborCutter : Cutter
{
    /// <inheritdoc />
    public override CutResult Run(Stream content, CutShape shape, CutLimits limits, ICutTarget target, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(target);
        return new CborCut(new CutWindow(content, limits, target, cancellation), limits).Run(shape);
    }
}
