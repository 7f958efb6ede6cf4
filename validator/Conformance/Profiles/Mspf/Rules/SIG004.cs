using Conformance.Findings;
using Conformance.Signatures.Rules;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>The key in <c>m.core</c> is the one that the server is known by.</summary>
internal sealed class SIG004 : IArchiveRule
{
    /// <inheritdoc />
    public string Id => nameof(SIG004);

    /// <inheritdoc />
    public void Check(MspfArchive archive, IFindingSink sink)
    {
        if (archive.Core?.SigningKey is { Key: { } own } core
            && archive.Options.Keys.Find(own.Server, own.KeyId) is { } known && !known.Key.Bytes.SequenceEqual(own.Key.Bytes))
        {
            sink.Report(
                Id,
                core.Location,
                archive.OrdinalOf(core.Location.Member),
                ("server", own.Server),
                ("key", own.KeyId),
                ("derived", own.Key.ToString()),
                ("given", known.Key.ToString()),
                ("source", SignerText.Source(known.Source)));
        }
    }
}
