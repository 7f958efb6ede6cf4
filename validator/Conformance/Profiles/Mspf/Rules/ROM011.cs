using Conformance.Documents;
using Conformance.Events.Identifiers;
using Conformance.Findings;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>An alias doesn't follow the grammar.</summary>
internal sealed class ROM011 : IRoomRule
{
    /// <inheritdoc />
    public string Id => nameof(ROM011);

    /// <inheritdoc />
    public void Check(Node details, DocumentVisit visit)
    {
        foreach (Node alias in details.Get("aliases"u8).Elements())
        {
            if (alias.Kind == NodeKind.Text && RoomAlias.Check(alias.Utf8) != IdentifierFault.None)
            {
                visit.Report(Id, alias, ("alias", Quoting.Safe(alias.Utf8)));
            }
        }
    }
}
