using Conformance.Findings;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>An item that owns one file is listed, and the file is missing.</summary>
internal sealed class OWN004 : IArchiveRule
{
    /// <inheritdoc />
    public string Id => nameof(OWN004);

    /// <inheritdoc />
    public void Check(MspfArchive archive, IFindingSink sink)
    {
        foreach (ManifestItem item in Ownership.ListedKnownItems(archive))
        {
            if (item.Known!.IsSingleFile && !Ownership.HasFile(archive, item))
            {
                sink.Report(Id, item.Location, Ownership.ManifestOrdinal(archive), ("item", item.Specifier), ("path", item.Known.Prefix));
            }
        }
    }
}
