namespace Conformance.Profiles.Federation.Rules;

/// <summary>Media comes as multipart/mixed with a boundary.</summary>
internal sealed class FED084 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED084);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (visit.Media is { ContentType: { } found } media && (media.Type is not { Name: "multipart/mixed" } || media.Body is null))
        {
            visit.Report(Id, media.Location, ("found", found.Length == 0 ? "missing" : found));
        }
    }
}
