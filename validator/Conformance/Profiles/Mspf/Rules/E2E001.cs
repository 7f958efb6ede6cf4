using Conformance.Findings;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>Users have devices, and the archive holds nothing of their encryption.</summary>
internal sealed class E2E001 : IArchiveRule
{
    /// <inheritdoc />
    public string Id => nameof(E2E001);

    /// <inheritdoc />
    public void Check(MspfArchive archive, IFindingSink sink)
    {
        if (archive.Manifest is { IsAssumed: false } manifest && archive.Users.Devices > 0
            && (manifest.Find(KnownItem.ToDevice.Specifier) is null || manifest.Find(KnownItem.Keys.Specifier) is null))
        {
            string absent = manifest.Find(KnownItem.ToDevice.Specifier) is not null ? KnownItem.Keys.Specifier
                : manifest.Find(KnownItem.Keys.Specifier) is not null ? KnownItem.ToDevice.Specifier
                : $"{KnownItem.ToDevice.Specifier}, {KnownItem.Keys.Specifier}";
            sink.Report(Id, new Location(Manifest.Path, Pointer: "/items"), Ownership.ManifestOrdinal(archive), ("items", absent), ("devices", archive.Users.Devices));
        }
    }
}
