using Conformance.Profiles.Federation.Media;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>A thumbnail is an image of a kind that all clients show.</summary>
internal sealed class FED094 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED094);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (visit.Is("media/thumbnail") && visit.Media is { Content: { } part } media && MediaType.Read(part.Header("Content-Type")) is { } type
            && part.Header("Location") is null && type.Name is not ("image/png" or "image/apng" or "image/jpeg" or "image/gif" or "image/webp"))
        {
            visit.Report(Id, media.At(part.Offset), ("found", type.Name));
        }
    }
}
