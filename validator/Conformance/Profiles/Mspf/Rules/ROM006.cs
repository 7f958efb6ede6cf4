using Conformance.Documents;
using Conformance.Events.Identifiers;
using Conformance.Findings;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>A room version has characters or a length that no room version has.</summary>
internal sealed class ROM006 : IRoomRule
{
    /// <inheritdoc />
    public string Id => nameof(ROM006);

    /// <inheritdoc />
    public void Check(Node details, DocumentVisit visit)
    {
        Node version = details.Get("version"u8);
        if (version.Kind == NodeKind.Text && RoomVersionId.Check(version.Utf8) != IdentifierFault.None)
        {
            visit.Report(Id, version, ("version", Quoting.Safe(version.Utf8)));
        }
    }
}
