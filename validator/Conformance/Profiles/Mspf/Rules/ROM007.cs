using Conformance.Documents;
using Conformance.Events.Identifiers;
using Conformance.Events.Versions;
using Conformance.Findings;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>A room version is well formed, and not one that this program knows.</summary>
internal sealed class ROM007 : IRoomRule
{
    /// <inheritdoc />
    public string Id => nameof(ROM007);

    /// <inheritdoc />
    public void Check(Node details, DocumentVisit visit)
    {
        Node version = details.Get("version"u8);
        if (version.Kind == NodeKind.Text && RoomVersionId.Check(version.Utf8) == IdentifierFault.None && RoomVersions.Find(version.Utf8) is null)
        {
            visit.Report(Id, version, ("version", Quoting.Safe(version.Utf8)));
            visit.Sink.ReportNotChecked(new NotChecked(
                "events of rooms of an unknown version", "The room version defines their format.", visit.At(version), Decisive: true));
        }
    }
}
