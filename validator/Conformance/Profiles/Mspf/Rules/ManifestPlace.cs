namespace Conformance.Profiles.Mspf.Rules;

/// <summary>Looks for a manifest where it should not be.</summary>
internal static class ManifestPlace
{
    /// <summary>Whether there is no manifest at the root, all members having been seen.</summary>
    public static bool IsMissing(MspfArchive archive) => archive.KnowsAllMembers && !Ownership.HasFileAt(archive, Manifest.Path);

    /// <summary>The first manifest that lies in a directory.</summary>
    public static Member? FindElsewhere(MspfArchive archive)
    {
        foreach (Member member in archive.Members)
        {
            if (member.IsFile && member.Path.EndsWith("/" + Manifest.Path, StringComparison.Ordinal))
            {
                return member;
            }
        }

        return null;
    }

    /// <summary>The first file at the root that is named almost like the manifest: in other case, or without its middle part.</summary>
    public static Member? FindMisnamed(MspfArchive archive)
    {
        foreach (Member member in archive.Members)
        {
            if (member.IsFile
                && (member.Path.Equals(Manifest.Path, StringComparison.OrdinalIgnoreCase)
                    || member.Path.Equals("manifest.json", StringComparison.OrdinalIgnoreCase)
                    || member.Path.Equals("mspf.manifest.json", StringComparison.OrdinalIgnoreCase)))
            {
                return member;
            }
        }

        return null;
    }
}
