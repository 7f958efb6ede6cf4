using Conformance.Documents;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>A password hash is empty.</summary>
internal sealed class USR007 : IUserRule
{
    /// <inheritdoc />
    public string Id => nameof(USR007);

    /// <inheritdoc />
    public void Check(Node user, DocumentVisit visit)
    {
        Node hash = user.Get("password_hash"u8);
        if (hash.Kind == NodeKind.Text && hash.Utf8.IsEmpty)
        {
            visit.Report(Id, hash, ("user", visit.KeyText));
        }
    }
}
