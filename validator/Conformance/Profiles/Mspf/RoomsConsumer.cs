using Conformance.Documents;
using Conformance.Documents.Cutting;
using Conformance.Findings;
using Conformance.Pipeline;
using Conformance.Profiles.Mspf.Rules;

namespace Conformance.Profiles.Mspf;

/// <summary>Reads <c>m.rooms.cbor</c>: a map of room ID to room details.</summary>
internal sealed class RoomsConsumer(MspfArchive archive) : IBlockConsumer
{
    private readonly ItemSchema _schema = ItemSchema.Room;

    /// <inheritdoc />
    public CutShape Shape { get; } = CutShape.Members(CutShape.Item);

    /// <inheritdoc />
    public object? Process(CutBlock block, BlockWork work)
    {
        var records = new List<RoomRecord>();
        var visit = new DocumentVisit(archive, work.Sink, work.Member, work.MemberOrdinal);
        foreach (CutItem item in block.Items)
        {
            visit.Item = item;
            visit.ItemOffset = block.BaseOffset + item.Start;
            visit.Room = item.Key is null ? null : Quoting.Safe(item.Key);
            DocumentReader.Read(block.Bytes(item), DocumentEncoding.Cbor, work.Document, visit.ItemOffset, archive.Options.Limits.Depth);
            FaultReporter.Report(work.Document, visit.ItemLocation, work.MemberOrdinal, except: default, work.Sink);
            if (item.Parent is null)
            {
                ROM001.Check(work.Document.Root, visit);
                continue;
            }

            Node details = work.Document.Root;
            if (details.Exists)
            {
                _schema.Check(details, visit);
                foreach (IRoomRule rule in MspfRules.Room)
                {
                    rule.Check(details, visit);
                }
            }

            if (item.Key is not null)
            {
                records.Add(Remember(item.Key, details, visit));
            }
        }

        return records.Count == 0 ? null : records;
    }

    /// <inheritdoc />
    public void Commit(object result, IFindingSink sink)
    {
        foreach (RoomRecord record in (List<RoomRecord>)result)
        {
            // The cutter reports a room that stands twice in the map; the first one counts.
            RoomEntry room = archive.Rooms.List(record.Room) ?? record.Room;
            foreach ((byte[] alias, Location location) in record.Aliases)
            {
                RoomEntry? holder = archive.Rooms.AddAlias(alias, room);
                ROM013.Check(room, holder, alias, location, record.MemberOrdinal, sink);
                ROM014.Check(room, holder, alias, location, record.MemberOrdinal, sink);
            }
        }
    }

    private static RoomRecord Remember(byte[] roomId, Node details, DocumentVisit visit)
    {
        string? version = details.Get("version"u8).AsString();
        var aliases = new List<(byte[], Location)>();
        foreach (Node alias in details.Get("aliases"u8).Elements())
        {
            if (alias.Kind == NodeKind.Text)
            {
                aliases.Add((alias.Utf8.ToArray(), visit.At(alias)));
            }
        }

        return new RoomRecord(new RoomEntry(roomId, version, listed: true, visit.ItemLocation), visit.MemberOrdinal, aliases);
    }
}
