namespace Conformance.Profiles.Federation.Rules;

/// <summary>Media has two parts: what describes it, and itself.</summary>
internal sealed class FED087 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED087);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (visit.Media is { Body: { Count: not 2 } body } media)
        {
            visit.Report(Id, media.Location, ("parts", body.Count));
        }
    }
}
