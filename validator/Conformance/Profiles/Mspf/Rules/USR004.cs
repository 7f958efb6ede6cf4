using Conformance.Documents;
using Conformance.Events.Identifiers;
using Conformance.Findings;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>A user belongs to another server.</summary>
internal sealed class USR004 : IUserRule
{
    /// <inheritdoc />
    public string Id => nameof(USR004);

    /// <inheritdoc />
    public void Check(Node user, DocumentVisit visit)
    {
        if (visit.Item.Key is { } key && visit.Archive.Core is { } core && UserId.Check(key) == IdentifierFault.None && !core.Owns(key))
        {
            visit.ReportItem(Id, ("user", visit.KeyText), ("server", Quoting.Safe(core.ServerName)));
        }
    }
}
