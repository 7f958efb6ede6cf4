using Conformance.Documents;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>An account was made before 1970.</summary>
internal sealed class USR011 : IUserRule
{
    /// <inheritdoc />
    public string Id => nameof(USR011);

    /// <inheritdoc />
    public void Check(Node user, DocumentVisit visit)
    {
        Node createdAt = user.Get("created_at"u8);
        if (createdAt.Kind == NodeKind.Integer && createdAt.DoubleValue < 0)
        {
            visit.Report(Id, createdAt, ("user", visit.KeyText));
        }
    }
}
