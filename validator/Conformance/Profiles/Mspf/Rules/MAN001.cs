using Conformance.Findings;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>The manifest is missing, and nothing looks like it.</summary>
internal sealed class MAN001 : IArchiveRule
{
    /// <inheritdoc />
    public string Id => nameof(MAN001);

    /// <inheritdoc />
    public void Check(MspfArchive archive, IFindingSink sink)
    {
        if (ManifestPlace.IsMissing(archive) && ManifestPlace.FindElsewhere(archive) is null && ManifestPlace.FindMisnamed(archive) is null)
        {
            sink.Report(Id, Location.Input, 0);
        }
    }
}
