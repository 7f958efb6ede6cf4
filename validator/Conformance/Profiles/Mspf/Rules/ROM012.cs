using Conformance.Documents;
using Conformance.Events.Identifiers;
using Conformance.Findings;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>An alias belongs to another server.</summary>
internal sealed class ROM012 : IRoomRule
{
    /// <inheritdoc />
    public string Id => nameof(ROM012);

    /// <inheritdoc />
    public void Check(Node details, DocumentVisit visit)
    {
        if (visit.Archive.Core is not { } core)
        {
            return;
        }

        foreach (Node alias in details.Get("aliases"u8).Elements())
        {
            if (alias.Kind == NodeKind.Text && RoomAlias.Check(alias.Utf8) == IdentifierFault.None && !core.Owns(alias.Utf8))
            {
                visit.Report(Id, alias, ("alias", Quoting.Safe(alias.Utf8)), ("server", Quoting.Safe(core.ServerName)));
            }
        }
    }
}
