using Conformance.Findings;
using Conformance.Signatures.Keys;
using Conformance.Signatures.Rules;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>A key in the archive's own item is another than one that is trusted more gives under its ID.</summary>
internal sealed class SIG006 : IArchiveRule
{
    /// <inheritdoc />
    public string Id => nameof(SIG006);

    /// <inheritdoc />
    public void Check(MspfArchive archive, IFindingSink sink)
    {
        if (archive.Rooms.ServerKeys is not { Keys.Count: > 0 } item)
        {
            return;
        }

        string member = KnownItem.ServerKeys.Prefix;
        int ordinal = archive.OrdinalOf(member);
        Dictionary<(string Server, string KeyId), ServerKey> known = Known(archive);
        foreach (ServerKey key in item.Keys)
        {
            if (!known.TryAdd((key.Server, key.KeyId), key)
                && known[(key.Server, key.KeyId)] is var first && !first.Key.Bytes.SequenceEqual(key.Key.Bytes))
            {
                sink.Report(
                    Id,
                    new Location(member, key.Offset, key.Pointer),
                    ordinal,
                    ("key", key.KeyId),
                    ("server", key.Server),
                    ("given", key.Key.ToString()),
                    ("source", SignerText.Source(first.Source)),
                    ("known", first.Key.ToString()));
            }
        }
    }

    /// <summary>The keys that are trusted more: those that the user gives, then that of <c>m.core</c>.</summary>
    private static Dictionary<(string Server, string KeyId), ServerKey> Known(MspfArchive archive)
    {
        var known = new Dictionary<(string, string), ServerKey>();
        foreach (ServerKey key in archive.Options.Keys.All)
        {
            string? server = key.Server.Length > 0 ? key.Server : archive.Core?.ServerNameText;
            if (server is not null)
            {
                known.TryAdd((server, key.KeyId), key);
            }
        }

        if (archive.Core?.SigningKey is { Key: { } own })
        {
            known.TryAdd((own.Server, own.KeyId), own);
        }

        return known;
    }
}
