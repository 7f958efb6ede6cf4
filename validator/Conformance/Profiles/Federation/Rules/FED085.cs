namespace Conformance.Profiles.Federation.Rules;

/// <summary>A multipart body ends with its closing delimiter.</summary>
internal sealed class FED085 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED085);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (visit.Media is { Body: { Count: > 0, IsClosed: false } body } media)
        {
            visit.Report(Id, media.Location, ("parts", body.Count));
        }
    }
}
