using Conformance.Documents;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>A password hash has no form of hash that is known, and could be a password.</summary>
internal sealed class SEC001 : IUserRule
{
    /// <inheritdoc />
    public string Id => nameof(SEC001);

    /// <inheritdoc />
    public void Check(Node user, DocumentVisit visit)
    {
        Node hash = user.Get("password_hash"u8);
        if (hash.Kind == NodeKind.Text && !hash.Utf8.IsEmpty && !PasswordHash.LooksHashed(hash.Utf8))
        {
            visit.Report(Id, hash, ("user", visit.KeyText), ("bytes", hash.Utf8.Length));
        }
    }
}
