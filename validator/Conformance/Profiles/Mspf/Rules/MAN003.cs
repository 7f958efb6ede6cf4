using Conformance.Findings;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>A file at the root has almost the manifest's name.</summary>
internal sealed class MAN003 : IArchiveRule
{
    /// <inheritdoc />
    public string Id => nameof(MAN003);

    /// <inheritdoc />
    public void Check(MspfArchive archive, IFindingSink sink)
    {
        if (ManifestPlace.IsMissing(archive) && ManifestPlace.FindElsewhere(archive) is null && ManifestPlace.FindMisnamed(archive) is { } found)
        {
            sink.Report(Id, found, ("path", found.Path));
        }
    }
}
