using Conformance.Documents;
using Conformance.Findings;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>The manifest's version is none that is known.</summary>
internal sealed class MAN007 : IManifestRule
{
    /// <inheritdoc />
    public string Id => nameof(MAN007);

    /// <inheritdoc />
    public void Check(Node root, Manifest? manifest, DocumentVisit visit)
    {
        Node version = root.Get("version"u8);
        if (version.Kind == NodeKind.Integer && !((version.Flags & NodeFlags.BigInteger) == 0 && version.Int64Value is 0 or 1))
        {
            visit.Report(Id, version, ("version", Quoting.Safe(version.Raw)));
            visit.Sink.ReportNotChecked(new NotChecked(
                "the archive as its manifest's version defines it",
                "The manifest's version is unknown; the archive was read as version 0.",
                visit.At(version),
                Decisive: true));
        }
    }
}
