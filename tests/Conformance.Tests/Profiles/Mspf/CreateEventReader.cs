using Conformance.Documents;
using Conformance.Documents.Cutting;
using Conformance.Findings;
using Conformance.Pipeline;
using Conformance.Profiles.Mspf;

namespace Conformance.Tests.Profiles.Mspf;

/// <summary>Reads of events what the rules about rooms need, and checks nothing, so that test events can be short.</summary>
internal sealed class CreateEventReader(IRoomDirectory rooms) : IBlockConsumer
{
    public CutShape Shape { get; } = CutShape.Members(CutShape.Elements(CutShape.Item));

    public object? Process(CutBlock block, BlockWork work)
    {
        var seen = new List<(byte[] Room, string? Version, Location Location, int Ordinal, byte[]? Joined)>();
        foreach (CutItem item in block.Items)
        {
            DocumentReader.Read(block.Bytes(item), DocumentEncoding.Cbor, work.Document, block.BaseOffset + item.Start);
            Node root = work.Document.Root;
            string? version = root.Get("type"u8).TextEquals("m.room.create"u8) ? root.Get("content"u8).Get("room_version"u8).AsString() : null;
            seen.Add((item.Parent!.Key!, version, new Location(work.Member, root.Offset, item.Pointer), work.MemberOrdinal, JoinedBy(root)));
        }

        return seen;
    }

    public void Commit(object result, IFindingSink sink)
    {
        foreach ((byte[] id, string? version, Location location, int ordinal, byte[]? joined) in (List<(byte[], string?, Location, int, byte[]?)>)result)
        {
            if (joined is not null && rooms.IsLocal(joined) && rooms.NoteJoin(joined) is { } user)
            {
                user.Location = location;
                user.MemberOrdinal = ordinal;
            }

            if (rooms.FindOrAdd(id, location) is not { } room)
            {
                continue;
            }

            room.Events++;
            if (version is not null)
            {
                room.CreateEvents++;
                room.DeclaredVersion = version;
                room.CreateLocation = location;
                room.CreateMemberOrdinal = ordinal;
            }
        }
    }

    private static byte[]? JoinedBy(Node root) =>
        root.Get("content"u8).Get("membership"u8).TextEquals("join"u8) ? root.Get("sender"u8).Utf8.ToArray() : null;
}
