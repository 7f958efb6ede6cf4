using Conformance.Profiles.Federation.Media;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>Media says of what type it is.</summary>
internal sealed class FED091 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED091);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (visit.Media is { Content: { } part } media && part.Header("Location") is null && MediaType.Read(part.Header("Content-Type")) is null)
        {
            visit.Report(Id, media.At(part.Offset), ("found", part.Header("Content-Type") ?? "missing"));
        }
    }
}
