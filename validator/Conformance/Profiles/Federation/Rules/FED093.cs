namespace Conformance.Profiles.Federation.Rules;

/// <summary>Media is either there or elsewhere.</summary>
internal sealed class FED093 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED093);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (visit.Media is { Content: { Content.Length: > 0 } part } media && part.Header("Location") is not null)
        {
            visit.Report(Id, media.At(part.Offset), ("bytes", part.Content.Length));
        }
    }
}
