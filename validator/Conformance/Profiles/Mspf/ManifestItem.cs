using Conformance.Findings;

namespace Conformance.Profiles.Mspf;

/// <summary>An item of the manifest.</summary>
/// <param name="Specifier">Its name, as it stands there.</param>
/// <param name="Location">Where its value stands.</param>
/// <param name="Version">Its version.</param>
/// <param name="Known">Its definition; null when neither MSC2783 nor this project has one.</param>
internal sealed record ManifestItem(string Specifier, Location Location, ItemVersion Version, KnownItem? Known)
{
    /// <summary>Whether the specifier is in the space of the Matrix specification.</summary>
    public bool IsMatrix => Specifier.StartsWith("m.", StringComparison.Ordinal);

    /// <summary>Whether this program reads the item's files.</summary>
    public bool IsReadable => Known is not null && Version.IsReadable;
}
