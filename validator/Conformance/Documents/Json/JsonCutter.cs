using Conformance.Documents.Cutting;

namespace Conformance.Documents.Json;

/// <summary>Cuts JSON (RFC 8259).</summary>
internal sealed class JsonCutter : Cutter
{
    /// <inheritdoc />
    public override CutResult Run(Stream content, CutShape shape, CutLimits limits, ICutTarget target, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(target);
        return new JsonCut(new CutWindow(content, limits, target, cancellation), limits).Run(shape);
    }
}
