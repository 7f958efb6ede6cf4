using Conformance.Documents.Cutting;

namespace Conformance.Documents.Json;

/// <summary>Cuts JSON.</summary>
internal sealed class JsonCutter : Cutter
{
    /// <inheritdoc />
    public override CutResult Run(Stream content, CutShape shape, CutLimits limits, ICutTarget target, CancellationToken cancellation) =>
        throw new NotSupportedException();
}
