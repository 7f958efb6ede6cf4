namespace Conformance.Profiles.Federation.Rules;

/// <summary>The place where media is to be fetched is an address.</summary>
internal sealed class FED092 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED092);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (visit.Media is { Content: { } part } media && part.Header("Location") is { } location
            && !(Uri.TryCreate(location, UriKind.Absolute, out Uri? address) && address.Scheme is "https" or "http" && address.Host.Length > 0))
        {
            visit.Report(Id, media.At(part.Offset), ("found", location));
        }
    }
}
