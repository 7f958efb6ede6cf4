using Conformance.Documents;
using Conformance.Findings;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>An item that MSC2783 defines has a version that it doesn't.</summary>
internal sealed class MAN014 : IManifestRule
{
    /// <inheritdoc />
    public string Id => nameof(MAN014);

    /// <inheritdoc />
    public void Check(Node root, Manifest? manifest, DocumentVisit visit)
    {
        foreach (ManifestItem item in manifest?.Items ?? [])
        {
            if (item.Known is { IsProposed: false } && !item.IsReadable)
            {
                visit.Sink.Report(Id, item.Location, visit.MemberOrdinal, ("item", item.Specifier), ("version", item.Version.Text));
                visit.Sink.ReportNotChecked(new NotChecked(
                    $"files of the item {item.Specifier}", "The version of the item is unknown.", item.Location, Decisive: true));
            }
        }
    }
}
