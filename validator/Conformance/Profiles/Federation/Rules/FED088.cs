using Conformance.Profiles.Federation.Media;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>The first part of media is JSON by its type.</summary>
internal sealed class FED088 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED088);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (visit.Media is { Metadata: { } part } media && MediaType.Read(part.Header("Content-Type")) is not { Name: "application/json" })
        {
            visit.Report(Id, media.At(part.Offset), ("found", part.Header("Content-Type") ?? "missing"));
        }
    }
}
