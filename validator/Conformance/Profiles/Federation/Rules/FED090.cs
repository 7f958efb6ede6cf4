using Conformance.Documents;
using Conformance.Profiles.Federation.Media;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>What describes media has no members yet.</summary>
internal sealed class FED090 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED090);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (visit.Media is { Metadata: { } part } media && MediaMetadata.Of(part) is { Kind: NodeKind.Map, Count: > 0 } map)
        {
            visit.Report(Id, media.At(part.Offset), ("members", map.Count));
        }
    }
}
