using Conformance.Documents;
using Conformance.Events.Identifiers;
using Conformance.Findings;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>A key of <c>m.rooms</c> is no room ID of any room version.</summary>
internal sealed class ROM003 : IRoomRule
{
    /// <inheritdoc />
    public string Id => nameof(ROM003);

    /// <inheritdoc />
    public void Check(Node details, DocumentVisit visit)
    {
        if (visit.Item.Key is { } key && RoomId.Check(key) != IdentifierFault.None)
        {
            visit.ReportItem(Id, ("room", Quoting.Safe(key)));
        }
    }
}
