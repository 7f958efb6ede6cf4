using Conformance.Documents;
using Conformance.Documents.Cutting;
using Conformance.Events;
using Conformance.Events.Index;
using Conformance.Findings;
using Conformance.Pipeline;

namespace Conformance.Comparison;

/// <summary>Reads a file of <c>m.events</c>: one fact for each event, by room and event ID; by all it says where it has no ID.</summary>
internal sealed class EventFacts(RoomVersionsOfArchive versions, Fingerprint fingerprint, int maxDepth, IFactTarget target) : IBlockConsumer
{
    /// <inheritdoc />
    public CutShape Shape { get; } = CutShape.Members(CutShape.Elements(CutShape.Item));

    /// <inheritdoc />
    public object? Process(CutBlock block, BlockWork work)
    {
        IFactBatch batch = target.Begin();
        FactWriter writer = work.Tool<FactWriter>();
        EventChecker checker = work.Tool<EventChecker>();
        checker.Visit.Enter(work.Member, work.MemberOrdinal, work.Sink);
        foreach (CutItem item in block.Items)
        {
            DocumentReader.Read(block.Bytes(item), DocumentEncoding.Cbor, work.Document, block.BaseOffset + item.Start, maxDepth);
            Node pdu = work.Document.Root;
            if (!pdu.Exists)
            {
                continue;
            }

            byte[] room = item.Parent is { Depth: 1, Key: { } key } && !item.WrongShape ? key : [];
            FactValue digest = writer.DigestOfEvent(pdu, fingerprint);
            ReadOnlySpan<byte> id = default;
            if (room.Length > 0)
            {
                checker.Visit.Enter(room, versions.Find(room));
                checker.Visit.Begin(work.Document, item);
                id = checker.Check() && checker.Identity.IsKnown ? checker.Identity.Utf8 : default;
            }

            // What has no ID is known by all it says, and so can be lost or invented, but not changed.
            FactKey name = id.Length > 0
                ? writer.KeyOf(ContentPart.Events, room, id)
                : writer.KeyOf(ContentPart.Events, room, default, BitConverter.GetBytes(digest.Body));
            batch.Add(name, new Fact { First = room, Second = id, Value = pdu, Digest = digest });
        }

        return batch;
    }

    /// <inheritdoc />
    public void Commit(object result, IFindingSink sink) => target.Commit((IFactBatch)result);
}
