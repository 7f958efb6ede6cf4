using Conformance.Documents;
using Conformance.Profiles.Federation.Media;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>The first part of media is a JSON object.</summary>
internal sealed class FED089 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED089);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (visit.Media is { Metadata: { } part } media && MediaMetadata.Of(part) is not { Kind: NodeKind.Map })
        {
            visit.Report(Id, media.At(part.Offset));
        }
    }
}
