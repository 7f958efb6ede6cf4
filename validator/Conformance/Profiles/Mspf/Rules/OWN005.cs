using Conformance.Findings;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>An item that owns a directory of files is listed, and has none.</summary>
internal sealed class OWN005 : IArchiveRule
{
    /// <inheritdoc />
    public string Id => nameof(OWN005);

    /// <inheritdoc />
    public void Check(MspfArchive archive, IFindingSink sink)
    {
        foreach (ManifestItem item in Ownership.ListedKnownItems(archive))
        {
            if (item.Known is { IsSingleFile: false, IsProposed: false } known && !Ownership.HasFile(archive, item))
            {
                sink.Report(Id, item.Location, Ownership.ManifestOrdinal(archive), ("item", item.Specifier), ("pattern", known.Pattern));
            }
        }
    }
}
