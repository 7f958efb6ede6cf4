using Conformance.Documents;
using Conformance.Events.Identifiers;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>A key of <c>m.users</c> is no user ID.</summary>
internal sealed class USR003 : IUserRule
{
    /// <inheritdoc />
    public string Id => nameof(USR003);

    /// <inheritdoc />
    public void Check(Node user, DocumentVisit visit)
    {
        if (visit.Item.Key is { } key && UserId.Check(key) != IdentifierFault.None)
        {
            visit.ReportItem(Id, ("user", visit.KeyText));
        }
    }
}
