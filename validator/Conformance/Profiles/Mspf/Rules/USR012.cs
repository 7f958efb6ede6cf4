using Conformance.Documents;

namespace Conformance.Profiles.Mspf.Rules;

/// <summary>An account was made in the future.</summary>
internal sealed class USR012 : IUserRule
{
    /// <inheritdoc />
    public string Id => nameof(USR012);

    /// <inheritdoc />
    public void Check(Node user, DocumentVisit visit)
    {
        Node createdAt = user.Get("created_at"u8);
        if (visit.Archive.Options.Now is { } now && createdAt.Kind == NodeKind.Integer && (createdAt.Flags & NodeFlags.BigInteger) == 0
            && CreatedAtUnits.ToMilliseconds(createdAt.Int64Value) > now.ToUnixTimeMilliseconds() + Tolerance)
        {
            visit.Report(Id, createdAt, ("user", visit.KeyText), ("value", createdAt.Int64Value));
        }
    }

    /// <summary>A day in milliseconds: clocks differ.</summary>
    private const long Tolerance = 86_400_000;
}
