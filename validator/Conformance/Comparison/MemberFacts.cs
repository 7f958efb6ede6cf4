using System.Text;
using Conformance.Documents;
using Conformance.Documents.Cutting;
using Conformance.Events.Index;
using Conformance.Findings;
using Conformance.Pipeline;
using Conformance.Profiles.Mspf;

namespace Conformance.Comparison;

/// <summary>Reads any other JSON or CBOR file, as a map whose entries are what it tells of.</summary>
internal sealed class MemberFacts(
    string path, DocumentEncoding encoding, RoomVersionsOfArchive versions, Fingerprint fingerprint, int maxDepth, IFactTarget target) : IBlockConsumer
{
    private readonly ItemPart _kind = FactFiles.Kind(path);
    private readonly byte[] _file = Encoding.UTF8.GetBytes(FactFiles.Unnumbered(path));

    /// <inheritdoc />
    public CutShape Shape { get; } = CutShape.Members(CutShape.Item);

    /// <inheritdoc />
    public object? Process(CutBlock block, BlockWork work)
    {
        var facts = new FactBlock(target.Begin(), work.Tool<FactWriter>(), fingerprint);
        var rooms = new List<(byte[] Room, string? Version)>();
        foreach (CutItem item in block.Items)
        {
            DocumentReader.Read(block.Bytes(item), encoding, work.Document, block.BaseOffset + item.Start, maxDepth);
            Node value = work.Document.Root;
            byte[] key = item.Key ?? [];
            if (item.Parent is null || !value.Exists)
            {
                facts.Add(_kind == ItemPart.EndToEnd ? ContentPart.EndToEnd : ContentPart.Entries, _file, key, default, value);
                continue;
            }

            switch (_kind)
            {
                case ItemPart.Manifest when key.AsSpan().SequenceEqual("items"u8):
                    facts.AddEach(ContentPart.Items, key, default, value);
                    break;
                case ItemPart.Manifest:
                    facts.Add(ContentPart.Items, key, default, default, value);
                    break;
                case ItemPart.Core:
                    facts.Add(ContentPart.Core, key, default, default, value);
                    break;
                case ItemPart.Rooms:
                    rooms.Add((key, value.Get("version"u8).AsString()));
                    AddRoom(facts, key, value);
                    break;
                case ItemPart.Users:
                    AddUser(facts, key, value);
                    break;
                default:
                    AddEntry(facts, key, value);
                    break;
            }
        }

        return (facts.Batch, rooms);
    }

    /// <inheritdoc />
    public void Commit(object result, IFindingSink sink)
    {
        (IFactBatch batch, List<(byte[] Room, string? Version)> rooms) = ((IFactBatch, List<(byte[], string?)>))result;
        target.Commit(batch);
        foreach ((byte[] room, string? version) in versions.IsComplete ? [] : rooms)
        {
            versions.Add(room, version);
        }
    }

    private static void AddRoom(FactBlock facts, byte[] room, Node details)
    {
        facts.Add(ContentPart.Rooms, room, default, default, details.Kind == NodeKind.Map ? default : details);
        foreach ((Node name, Node value) in details.Members())
        {
            if (name.TextEquals("aliases"u8) && value.Kind == NodeKind.Array)
            {
                // Which aliases there are matters, and not their order.
                foreach (Node alias in value.Elements())
                {
                    facts.Add(ContentPart.RoomDetails, room, "aliases"u8, FactBlock.NameOf(alias), default);
                }
            }
            else
            {
                facts.Add(ContentPart.RoomDetails, room, FactBlock.NameOf(name), default, value);
            }
        }
    }

    private static void AddUser(FactBlock facts, byte[] user, Node details)
    {
        facts.Add(ContentPart.Users, user, default, default, details.Kind == NodeKind.Map ? default : details);
        foreach ((Node name, Node value) in details.Members())
        {
            if (name.TextEquals("devices"u8) && value.Kind == NodeKind.Map)
            {
                facts.AddEach(ContentPart.Devices, user, default, value);
            }
            else if (name.TextEquals("room_tags"u8) && value.Kind == NodeKind.Map)
            {
                foreach ((Node room, Node tags) in value.Members())
                {
                    facts.AddEach(ContentPart.RoomTags, user, FactBlock.NameOf(room), tags);
                }
            }
            else
            {
                facts.Add(ContentPart.UserDetails, user, FactBlock.NameOf(name), default, value);
            }
        }
    }

    private void AddEntry(FactBlock facts, byte[] key, Node value)
    {
        ContentPart part = _kind == ItemPart.EndToEnd ? ContentPart.EndToEnd : ContentPart.Entries;
        if (KnownItem.GapStates.Matches(path))
        {
            foreach ((Node at, Node state) in value.Members())
            {
                facts.AddSet(part, _file, key, FactBlock.NameOf(at), state);
            }
        }
        else if (value is { Kind: NodeKind.Map, Count: > 0 })
        {
            facts.AddEach(part, _file, key, value);
        }
        else
        {
            facts.Add(part, _file, key, default, value);
        }
    }
}
