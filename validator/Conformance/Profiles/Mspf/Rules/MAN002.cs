using Conformance.Findings;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>The manifest lies in a directory, not at the root.</summary>
internal sealed class MAN002 : IArchiveRule
{
    /// <inheritdoc />
    public string Id => nameof(MAN002);

    /// <inheritdoc />
    public void Check(MspfArchive archive, IFindingSink sink)
    {
        if (ManifestPlace.IsMissing(archive) && ManifestPlace.FindElsewhere(archive) is { } found)
        {
            sink.Report(Id, found, ("directory", found.Path[..found.Path.LastIndexOf('/')]));
            sink.ReportNotChecked(new NotChecked(
                "everything but the place of the manifest", "The manifest is not at the root, so that no path is where it should be.", found.Location, Decisive: true));
        }
    }
}
