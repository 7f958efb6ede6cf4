using Conformance.Documents;
using Conformance.Events.Identifiers;
using Conformance.Findings;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>A room ID has the form of other room versions than the room's.</summary>
internal sealed class ROM017 : IRoomRule
{
    /// <inheritdoc />
    public string Id => nameof(ROM017);

    /// <inheritdoc />
    public void Check(Node details, DocumentVisit visit)
    {
        if (visit.Item.Key is { } key && RoomIdForms.Of(details) is { } form
            && RoomId.Check(key) == IdentifierFault.None && RoomId.Check(key, form) != IdentifierFault.None)
        {
            visit.ReportItem(Id, ("room", Quoting.Safe(key)), ("version", details.Get("version"u8).AsString()));
        }
    }
}
