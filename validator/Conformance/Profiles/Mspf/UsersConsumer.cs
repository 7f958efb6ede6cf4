using Conformance.Documents;
using Conformance.Documents.Cutting;
using Conformance.Findings;
using Conformance.Pipeline;
using Conformance.Profiles.Mspf.Rules;

namespace Conformance.Profiles.Mspf;

/// <summary>Reads a file of <c>m.users</c>: a map of user ID to user details.</summary>
internal sealed class UsersConsumer(MspfArchive archive) : IBlockConsumer
{
    private readonly ItemSchema _schema = ItemSchema.User;

    /// <inheritdoc />
    public CutShape Shape { get; } = CutShape.Members(CutShape.Item);

    /// <inheritdoc />
    public object? Process(CutBlock block, BlockWork work)
    {
        var result = new UsersBlock();
        var visit = new DocumentVisit(archive, work.Sink, work.Member, work.MemberOrdinal);
        foreach (CutItem item in block.Items)
        {
            visit.Item = item;
            visit.ItemOffset = block.BaseOffset + item.Start;
            visit.KeyText = item.Key is null ? null : SafeUserId.Of(item.Key);
            DocumentReader.Read(block.Bytes(item), DocumentEncoding.Cbor, work.Document, visit.ItemOffset, archive.Options.Limits.Depth);
            SecretFaults.Report(work.Document, visit, DataModel.Fractions);
            visit.IsDamaged = SecretFaults.IsDamaged(work.Document);
            if (item.Parent is null)
            {
                USR001.Check(work.Document.Root, visit);
                continue;
            }

            Node user = work.Document.Root;
            if (user.Exists && !visit.IsDamaged)
            {
                _schema.Check(user, visit);
                foreach (IUserRule rule in MspfRules.User)
                {
                    rule.Check(user, visit);
                }
            }

            if (item.Key is not null)
            {
                Remember(item.Key, user, visit, result);
            }
        }

        return result;
    }

    /// <inheritdoc />
    public void Commit(object result, IFindingSink sink)
    {
        var block = (UsersBlock)result;
        archive.Users.Add(block);
        foreach (UserRecord user in block.Users)
        {
            USR005.Check(archive.Users.Add(user), user, archive, sink);
        }
    }

    private static void Remember(byte[] userId, Node user, DocumentVisit visit, UsersBlock result)
    {
        Node createdAt = user.Get("created_at"u8);
        bool counts = createdAt.Kind == NodeKind.Integer && (createdAt.Flags & NodeFlags.BigInteger) == 0;
        result.Users.Add(new UserRecord(userId, visit.Member, visit.MemberOrdinal, visit.ItemOffset, counts ? createdAt.Int64Value : null));
        result.Devices += user.Get("devices"u8).Count;
        result.PasswordHashes += user.Get("password_hash"u8).Kind == NodeKind.Text ? 1 : 0;
        foreach ((_, Node tags) in user.Get("room_tags"u8).Members())
        {
            result.Tags += tags.Kind == NodeKind.Map ? tags.Count : 0;
        }
    }
}
